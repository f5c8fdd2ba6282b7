package org.jalon.workload.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jalon.kernel.EffectiveDay;
import org.junit.jupiter.api.Test;

final class StepTest {

  private static final EffectiveDay FROM = EffectiveDay.of(2026, 1, 30);

  @Test
  void points_are_the_last_day_of_each_week_or_month_clipped_at_the_end() {
    assertThat(Step.DAY.points(FROM, EffectiveDay.of(2026, 2, 1)))
        .extracting(EffectiveDay::toString)
        .containsExactly("2026-01-30", "2026-01-31", "2026-02-01");
    assertThat(Step.WEEK.points(FROM, EffectiveDay.of(2026, 2, 10)))
        .extracting(EffectiveDay::toString)
        .containsExactly("2026-02-01", "2026-02-08", "2026-02-10");
    assertThat(Step.MONTH.points(FROM, EffectiveDay.of(2026, 3, 31)))
        .extracting(EffectiveDay::toString)
        .containsExactly("2026-01-31", "2026-02-28", "2026-03-31");
    assertThat(Step.MONTH.points(FROM, FROM)).containsExactly(FROM);
  }

  @Test
  void an_endless_period_is_not_counted_to_its_end() {
    assertThat(Step.DAY.points(EffectiveDay.FIRST, EffectiveDay.of(9999, 12, 30)))
        .hasSize(Step.MOST + 1);
  }
}
