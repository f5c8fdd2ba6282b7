package org.jalon.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

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

  @Test
  void each_figure_is_the_median_of_its_own() {
    assertThat(
            Sample.median(
                List.of(new Sample(9, 1, 30), new Sample(1, 2, 20), new Sample(5, 9, 10))))
        .isEqualTo(new Sample(5, 2, 20));
  }

  @Test
  void a_target_is_held_against_the_same_run_and_missed_when_it_is() {
    var targets =
        new Targets(
            List.of(
                result("raw", "append", 32, 2, 10_000, 1),
                result("raw", "append", 32, 4, 10_000, 1),
                result("jalon", "append", 256, 2, 40_000, 60),
                result("jalon", "append", 256, 4, 55_000, 10)));

    assertThat(targets.all()).extracting(one -> one.figure().orElse(-1)).startsWith(4.0, 5.5);
    assertThat(targets.table())
        .containsPattern("2 tags, to raw.* 4.00x  reached")
        .containsPattern("with 4 tags.* 5.50x  prize")
        .containsPattern("p99.* 60.00 ms  MISSED")
        .containsPattern("replay.* -  not measured");
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    assertThatThrownBy(() -> new Shape(0, 1, 2)).hasMessageContaining("0 callers");
    assertThatThrownBy(() -> Machine.requireRoom(java.nio.file.Path.of("."), Long.MAX_VALUE))
        .hasMessageContaining("are free");
  }

  private static Result result(
      String engine, String workload, int callers, int tags, double perSecond, double p99) {
    return new Result(engine, workload, callers, 1, tags, perSecond, 1, p99, 5);
  }
}
