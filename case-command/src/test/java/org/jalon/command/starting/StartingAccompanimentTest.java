package org.jalon.command.starting;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.OBJECTIVE;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.agreed;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.objectiveSet;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.planned;
import static org.jalon.command.Facts.proposed;
import static org.jalon.command.Facts.started;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.StartAccompaniment;
import org.junit.jupiter.api.Test;

class StartingAccompanimentTest {

  private static final StartAccompaniment START = new StartAccompaniment(CASE);

  private final Specification<StartAccompaniment> starting =
      Specification.of(new StartingAccompaniment());

  @Test
  void what_is_formalised_starts() {
    formalised("2026-12-31").when(START, on("2026-01-05")).then(started(CASE));
  }

  @Test
  void the_gate_lists_all_that_is_missing() {
    starting
        .given(fact("2026-01-05", opened(CASE)))
        .when(START, on("2026-01-05"))
        .thenRefusedAs(
            GateRule.NOT_FORMALISED,
            GateRule.ADHESION_MISSING,
            GateRule.OBJECTIVE_MISSING,
            GateRule.DURATION_MISSING,
            GateRule.REFERENT_MISSING)
        .saying("RecordAdhesion", "SetObjective", "PlanDuration", "AssignReferent");
  }

  @Test
  void each_missing_thing_alone_keeps_the_gate_shut() {
    starting
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-05", proposed(CASE)),
            fact("2026-01-05", objectiveSet(CASE, OBJECTIVE)),
            fact("2026-01-05", planned(CASE, "2026-12-31")),
            fact("2026-01-05", assigned(CASE, ANA)))
        .when(START, on("2026-01-05"))
        .thenRefusedAs(GateRule.NOT_FORMALISED, GateRule.ADHESION_MISSING);
    starting
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-05", proposed(CASE)),
            fact("2026-01-05", agreed(CASE)),
            fact("2026-01-05", objectiveSet(CASE, OBJECTIVE)),
            fact("2026-01-05", planned(CASE, "2026-12-31")))
        .when(START, on("2026-01-05"))
        .thenRefusedAs(GateRule.NOT_FORMALISED, GateRule.REFERENT_MISSING);
  }

  @Test
  void a_plan_that_is_over_is_no_plan() {
    formalised("2026-01-31").when(START, on("2026-01-31")).then(started(CASE));
    formalised("2026-01-31")
        .when(START, on("2026-02-01"))
        .thenRefusedAs(GateRule.NOT_FORMALISED, GateRule.DURATION_MISSING)
        .saying("2026-01-31", "2026-02-01", "PlanDuration");
  }

  @Test
  void it_starts_once() {
    starting
        .given(accompanied(CASE, "2026-01-05"))
        .when(START, on("2026-01-06"))
        .thenRefused(CommonRule.WRONG_STATE);
  }

  @Test
  void a_second_accompaniment_begins_with_nothing() {
    starting
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(START, on("2026-02-01"))
        .thenRefusedAs(
            GateRule.NOT_FORMALISED,
            GateRule.ADHESION_MISSING,
            GateRule.OBJECTIVE_MISSING,
            GateRule.DURATION_MISSING,
            GateRule.REFERENT_MISSING);
  }

  @Test
  void what_another_case_has_helps_nobody() {
    starting
        .given(accompanied(OTHER_CASE, "2026-01-05"))
        .when(START, on("2026-02-01"))
        .thenRefused(CommonRule.CASE_UNKNOWN);
  }

  @Test
  void nothing_starts_before_its_referent_was_assigned() {
    starting
        .given(fact("2026-01-05", opened(CASE)), fact("2026-01-20", assigned(CASE, ANA)))
        .when(START, on("2026-01-19"))
        .thenRefusedAs(
            GateRule.NOT_FORMALISED,
            GateRule.ADHESION_MISSING,
            GateRule.OBJECTIVE_MISSING,
            GateRule.DURATION_MISSING,
            GateRule.REFERENT_MISSING);
  }

  private Specification<StartAccompaniment> formalised(String until) {
    return starting.given(
        fact("2026-01-05", opened(CASE)),
        fact("2026-01-05", proposed(CASE)),
        fact("2026-01-05", agreed(CASE)),
        fact("2026-01-05", objectiveSet(CASE, OBJECTIVE)),
        fact("2026-01-05", planned(CASE, until)),
        fact("2026-01-05", assigned(CASE, ANA)));
  }
}
