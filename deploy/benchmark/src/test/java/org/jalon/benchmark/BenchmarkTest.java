package org.jalon.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkTest {

  private static final Extent SMALL = new Extent(2, 5, 2, 3, 1, 4);

  @Test
  void every_workload_runs_and_is_written_down() throws Exception {
    Path directory = Path.of("target", "smoke").toAbsolutePath();

    Results results =
        Benchmark.measured(
            directory, List.of(new ReferentOfTenYears(SMALL), new TransferOfCaseload(40, 4)));

    assertThat(results.lines())
        .extracting(Result::workload)
        .containsExactly(
            "decision, ten years, cold",
            "the same, cached",
            "closing of a case, for comparison",
            "transfer of 40 cases");
    assertThat(results.lines())
        .allSatisfy(
            line -> {
              assertThat(line.runs()).isGreaterThanOrEqualTo(SMALL.decisions());
              assertThat(line.p50Millis()).isPositive().isLessThanOrEqualTo(line.p99Millis());
              assertThat(results.table()).contains(line.workload());
            });
    Path file = directory.resolve("results.json");
    results.write(file);
    assertThat(JsonMapper.shared().readValue(Files.readAllBytes(file), Result[].class))
        .containsExactlyElementsOf(results.lines());
  }

  @Test
  void a_share_of_the_requests_was_answered_within_its_time() {
    var latencies = new Latencies();
    for (int i = 100; i > 0; i--) {
      latencies.add(i * 1_000_000L);
    }

    assertThat(latencies.millis(0.5)).isEqualTo(50);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1)).isEqualTo(100);
    assertThat(latencies.perSecond()).isEqualTo(100 / 5.05);
  }
}
