package org.jalon.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkTest {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Extent SMALL = new Extent(2, 5, 2, 3, 1, 4);

  @Test
  void every_workload_runs_and_is_written_down() throws Exception {
    Path directory = TARGET.resolve("smoke");

    Results results =
        Benchmark.measured(
            directory,
            List.of(
                new Comparison(plan(), NpmPackages.alreadyIn(TARGET.resolve("peers"))),
                new ReferentOfTenYears(SMALL),
                new TransferOfCaseload(40, 4),
                new ManyEvents(5_000, 1, Plan.spell(50, 150))));

    assertThat(results.lines())
        .filteredOn(line -> List.of("jalon", "raw", "axon-jpa").contains(line.engine()))
        .extracting(line -> line.engine() + ", " + line.workload() + ", " + line.callers())
        .contains(
            "jalon, append, 8",
            "raw, append, 4",
            "axon-jpa, append, 4",
            "jalon, replay, 1",
            "raw, replay, 1",
            "jalon, decision, 4",
            "axon-jpa, decision, 4",
            "jalon, decision, ten years, cold, 1",
            "jalon, the same, cached, 1",
            "jalon, closing of a case, for comparison, 1",
            "jalon, transfer of 40 cases, 1",
            "jalon, append-5000, 256",
            "jalon, append-empty, 256",
            "jalon, replay-5000, 1");
    assertThat(results.lines())
        .allSatisfy(
            line -> {
              assertThat(line.runs()).isPositive();
              assertThat(line.perSecond()).isPositive();
              assertThat(line.p50Millis()).isPositive().isLessThanOrEqualTo(line.p99Millis());
              assertThat(results.table()).contains(line.workload());
            });
    Path file = directory.resolve("results.json");
    results.write(file);
    assertThat(JsonMapper.shared().readValue(Files.readAllBytes(file), Result[].class))
        .containsExactlyElementsOf(results.lines());
    assertThat(directory).isDirectoryNotContaining("glob:**/benchmark-*");
  }

  private static Plan plan() {
    var several = new Shape(4, 10, 4);
    return new Plan(
        1,
        Plan.spell(50, 150),
        Plan.spell(1, 20),
        Plan.spell(10, 40),
        List.of(new Shape(8, 1, 2), several),
        List.of(new Shape(4, 1, 2), several),
        List.of(new Shape(4, 1, 1)),
        5_000,
        List.of(4),
        List.of(4),
        new Caseloads("ours", 200, 2, 15),
        new Caseloads("theirs", 60, 2, 15));
  }
}
