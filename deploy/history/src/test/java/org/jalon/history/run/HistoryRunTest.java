package org.jalon.history.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jalon.history.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of a minute: every kind of fault at least once, on one node and on two. */
class HistoryRunTest {

  private static final Path TARGET = Path.of(System.getProperty("user.dir"), "target");
  private static final long SEED = 20_261_122;

  @Test
  void oneNodeKeepsItsPromises() throws Exception {
    judge(settings(TARGET, 1, SEED, true));
  }

  @Test
  void twoNodesKeepThem() throws Exception {
    judge(settings(TARGET, 2, ThreadLocalRandom.current().nextInt(1_000_000_000), true));
  }

  @Test
  void commitsAnsweredBeforeTheyAreOnDiskAreFound(@TempDir Path kept) throws Exception {
    Report report = HistoryRun.run(settings(kept, 1, SEED, false), false);

    assertThat(report.verdict().findings().kinds()).as("%s", report).contains(Finding.LOST);
  }

  private static void judge(Settings settings) throws Exception {
    Report report = HistoryRun.run(settings, false);
    IO.println(report);

    assertThat(report.verdict().findings().none()).as("%s", report).isTrue();
    assertThat(report.verdict().tally().acknowledged()).isPositive();
    assertThat(report.faults())
        .extracting(Fault::kind)
        .containsAll(Arrays.asList(Fault.Kind.values()));
  }

  private static Settings settings(Path directory, int nodes, long seed, boolean durable) {
    return new Settings(
        directory,
        Long.MAX_VALUE,
        nodes,
        1,
        48,
        600,
        seed,
        Duration.ofMillis(1_000),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(4),
        Duration.ofSeconds(12),
        durable);
  }
}
