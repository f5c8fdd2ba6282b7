package org.jalon.command.planning;

import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.planned;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.time.LocalDate;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.PlanDuration;
import org.junit.jupiter.api.Test;

class PlanningDurationTest {

  private final Specification<PlanDuration> inIntake =
      Specification.of(new PlanningDuration()).given(fact("2026-01-05", opened(CASE)));

  @Test
  void a_plan_ends_on_its_own_day_at_the_earliest() {
    inIntake.when(until("2026-01-10"), on("2026-01-10")).then(planned(CASE, "2026-01-10"));
    inIntake
        .when(until("2026-01-09"), on("2026-01-10"))
        .thenRefused(PlanningRule.END_BEFORE_START)
        .atField("until")
        .saying("2026-01-09", "2026-01-10", "later end");
  }

  @Test
  void a_plan_changes_and_the_same_plan_again_changes_nothing() {
    var planned = inIntake.given(fact("2026-01-10", planned(CASE, "2026-06-30")));
    planned.when(until("2026-07-31"), on("2026-01-11")).then(planned(CASE, "2026-07-31"));
    planned.when(until("2026-06-30"), on("2026-01-11")).thenNothing();
  }

  @Test
  void the_next_accompaniment_is_planned_anew() {
    Specification.of(new PlanningDuration())
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(until("2026-12-31"), on("2026-02-01"))
        .then(planned(CASE, "2026-12-31"));
  }

  @Test
  void a_plan_may_take_effect_up_to_24_months_ahead() {
    inIntake
        .when(until("2028-12-31"), on("2028-07-01").today("2026-07-01"))
        .then(planned(CASE, "2028-12-31"));
    inIntake
        .when(until("2028-12-31"), on("2028-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  private static PlanDuration until(String day) {
    return new PlanDuration(CASE, LocalDate.parse(day));
  }
}
