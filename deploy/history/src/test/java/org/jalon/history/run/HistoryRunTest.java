package org.jalon.history.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The history of a minute: every kind of fault at least once, on one node and on two. */
class HistoryRunTest {

  private static final Path TARGET = Path.of(System.getProperty("user.dir"), "target");
  private static final long SEED = 20_261_122;

  @Test
  void oneNodeKeepsItsPromises() throws Exception {
    judge(settings(1, SEED));
  }

  @Test
  void twoNodesKeepThem() throws Exception {
    judge(settings(2, ThreadLocalRandom.current().nextInt(1_000_000_000)));
  }

  private static void judge(Settings settings) throws Exception {
    Report report = HistoryRun.run(settings, false);
    IO.println(report);

    assertThat(report.findings().none()).as("%s", report).isTrue();
    assertThat(report.tally().acknowledged()).isPositive();
    assertThat(report.faults())
        .extracting(Fault::kind)
        .containsAll(Arrays.asList(Fault.Kind.values()));
  }

  private static Settings settings(int nodes, long seed) {
    return new Settings(
        TARGET,
        Long.MAX_VALUE,
        nodes,
        1,
        48,
        600,
        seed,
        Duration.ofMillis(1_200),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(16));
  }
}
