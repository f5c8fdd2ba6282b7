package org.jalon.command.closing;

import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.INTERVENTION;
import static org.jalon.command.Facts.OBJECTIVE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.evaluated;
import static org.jalon.command.Facts.intervened;
import static org.jalon.command.Facts.objectiveSet;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.command.CloseAccompaniment;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosingTest {

  private static final ObjectiveId SECOND = new ObjectiveId("o-2");

  private final Specification<CloseAccompaniment> accompaniment =
      Specification.of(new ClosingAccompaniment());
  private final Specification<CloseAccompaniment> running =
      accompaniment.given(accompanied(CASE, "2026-01-05"));
  private final Specification<CloseAccompaniment> judged =
      running.given(fact("2026-02-01", evaluated(CASE, OBJECTIVE, Outcome.NOT_MET)));
  private final Specification<CloseCase> inIntake =
      Specification.of(new ClosingCase()).given(fact("2026-01-05", opened(CASE)));

  @Test
  void an_accompaniment_ends_once_its_objectives_are_judged() {
    judged
        .when(end(ClosureReason.OBJECTIVES_MET, null), on("2026-02-01"))
        .then(accompanimentClosed(CASE));
  }

  @Test
  void the_case_closes_in_the_same_decision_if_asked() {
    var note = text("goes on elsewhere");
    judged
        .when(new CloseAccompaniment(CASE, ClosureReason.REORIENTED, note, true), on("2026-02-01"))
        .then(
            new AccompanimentClosed(CASE, ClosureReason.REORIENTED, note),
            new CaseClosed(CASE, ClosureReason.REORIENTED, note));
    judged
        .when(new CloseAccompaniment(CASE, ClosureReason.REORIENTED, null, false), on("2026-02-01"))
        .then(new AccompanimentClosed(CASE, ClosureReason.REORIENTED, null));
  }

  @Test
  void every_pending_objective_is_listed() {
    running
        .given(fact("2026-02-01", objectiveSet(CASE, SECOND)))
        .when(end(ClosureReason.OBJECTIVES_MET, null), on("2026-02-01"))
        .thenRefused(ClosingRule.OBJECTIVES_PENDING, ClosingRule.OBJECTIVES_PENDING)
        .about(OBJECTIVE, SECOND)
        .saying("EvaluateObjective");
  }

  @ParameterizedTest
  @EnumSource(
      value = ClosureReason.class,
      names = {"DECEASED", "MOVED_AWAY", "LOST_CONTACT", "ADHESION_WITHDRAWN"})
  void where_life_decided_pending_objectives_are_abandoned(ClosureReason reason) {
    judged
        .given(fact("2026-02-01", objectiveSet(CASE, SECOND)))
        .when(end(reason, null), on("2026-02-01"))
        .then(new ObjectiveAbandoned(CASE, SECOND), new AccompanimentClosed(CASE, reason, null));
  }

  @Test
  void a_reason_is_given_that_fits_and_other_is_explained() {
    judged
        .when(end(null, null), on("2026-02-01"))
        .thenRefused(CommonRule.REASON_MISSING)
        .atField("reason");
    judged
        .when(end(ClosureReason.OTHER, null), on("2026-02-01"))
        .thenRefused(CommonRule.REASON_MISSING)
        .atField("note");
    judged
        .when(end(ClosureReason.OTHER, text("said")), on("2026-02-01"))
        .then(new AccompanimentClosed(CASE, ClosureReason.OTHER, text("said")));
    judged
        .when(end(ClosureReason.REQUEST_ANSWERED, null), on("2026-02-01"))
        .thenRefused(ClosingRule.REASON_NOT_ALLOWED);
    judged
        .when(end(ClosureReason.NOT_STATED, null), on("2026-02-01"))
        .thenRefused(ClosingRule.REASON_NOT_ALLOWED);
  }

  @Test
  void only_a_running_accompaniment_ends() {
    accompaniment
        .given(fact("2026-01-05", opened(CASE)))
        .when(end(ClosureReason.DECEASED, null), on("2026-02-01"))
        .thenRefused(CommonRule.WRONG_STATE);
    judged
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(end(ClosureReason.DECEASED, null), on("2026-02-01"))
        .thenRefused(CommonRule.WRONG_STATE);
  }

  @Test
  void nothing_ends_before_what_was_done() {
    judged
        .given(fact("2026-03-01", intervened(CASE, INTERVENTION)))
        .when(new CloseAccompaniment(CASE, ClosureReason.DECEASED, null, true), on("2026-02-28"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("InterventionRecorded", "position 9", "2026-03-01");
    judged
        .given(fact("2026-03-01", intervened(CASE, INTERVENTION)))
        .when(end(ClosureReason.OBJECTIVES_MET, null), on("2026-03-01"))
        .then(accompanimentClosed(CASE));
    inIntake
        .given(fact("2026-03-01", intervened(CASE, INTERVENTION)))
        .when(new CloseCase(CASE, ClosureReason.DECEASED, null), on("2026-02-28"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("position 2");
  }

  @Test
  void a_case_closes_from_intake() {
    inIntake
        .when(new CloseCase(CASE, ClosureReason.REQUEST_ANSWERED, null), on("2026-01-05"))
        .then(new CaseClosed(CASE, ClosureReason.REQUEST_ANSWERED, null));
    Specification.of(new ClosingCase())
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(new CloseCase(CASE, ClosureReason.OBJECTIVES_MET, null), on("2026-02-01"))
        .then(caseClosed(CASE));
  }

  @Test
  void a_case_does_not_close_over_a_running_accompaniment_or_without_reason() {
    Specification.of(new ClosingCase())
        .given(accompanied(CASE, "2026-01-05"))
        .when(new CloseCase(CASE, ClosureReason.DECEASED, null), on("2026-02-01"))
        .thenRefused(CommonRule.WRONG_STATE)
        .saying("CloseAccompaniment");
    inIntake
        .when(new CloseCase(CASE, null, null), on("2026-02-01"))
        .thenRefused(CommonRule.REASON_MISSING);
    inIntake
        .when(new CloseCase(CASE, ClosureReason.OTHER, null), on("2026-02-01"))
        .thenRefused(CommonRule.REASON_MISSING);
    inIntake
        .when(new CloseCase(CASE, ClosureReason.NOT_STATED, null), on("2026-02-01"))
        .thenRefused(ClosingRule.REASON_NOT_ALLOWED);
  }

  @Test
  void a_case_closes_once_and_not_tomorrow() {
    inIntake
        .given(fact("2026-02-01", caseClosed(CASE)))
        .when(new CloseCase(CASE, ClosureReason.DECEASED, null), on("2026-02-02"))
        .thenRefused(CommonRule.CASE_CLOSED);
    inIntake
        .when(
            new CloseCase(CASE, ClosureReason.DECEASED, null), on("2026-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
    judged
        .when(end(ClosureReason.DECEASED, null), on("2026-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
    accompaniment
        .when(end(ClosureReason.DECEASED, null), on("2026-01-01"))
        .thenRefused(CommonRule.CASE_UNKNOWN);
  }

  private static CloseAccompaniment end(@Nullable ClosureReason reason, @Nullable Narrative note) {
    return new CloseAccompaniment(CASE, reason, note, null);
  }
}
