package org.jalon.command.objectives;

import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.OBJECTIVE;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.evaluated;
import static org.jalon.command.Facts.objectiveSet;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.command.EvaluateObjective;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.Score;
import org.junit.jupiter.api.Test;

class ObjectivesTest {

  private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
  private static final Narrative AIM = text("find a flat");

  private final Specification<SetObjective> setting = Specification.of(new SettingObjective());
  private final Specification<EvaluateObjective> evaluating =
      Specification.of(new EvaluatingObjective());

  private final Specification<EvaluateObjective> oneSet =
      evaluating.given(
          fact("2026-01-05", opened(CASE)), fact("2026-01-06", objectiveSet(CASE, OBJECTIVE)));

  @Test
  void an_objective_is_set_with_its_criteria() {
    var criteria = List.of(text("a lease is signed"));
    setting
        .given(fact("2026-01-05", opened(CASE)))
        .when(new SetObjective(CASE, OBJECTIVE, AIM, criteria, DUE), on("2026-01-05"))
        .then(new ObjectiveSet(CASE, OBJECTIVE, AIM, criteria, DUE));
  }

  @Test
  void an_objective_has_one_to_twenty_criteria() {
    var one = setting.given(fact("2026-01-05", opened(CASE)));
    one.when(set(0), on("2026-01-05"))
        .thenRefused(ObjectiveRule.CRITERIA_MISSING)
        .atField("criteria");
    one.when(set(20), on("2026-01-05"))
        .then(new ObjectiveSet(CASE, OBJECTIVE, AIM, Collections.nCopies(20, AIM), DUE));
    one.when(set(21), on("2026-01-05"))
        .thenRefused(ObjectiveRule.TOO_MANY_CRITERIA)
        .saying("21", "20", "set several");
  }

  @Test
  void an_id_is_taken_for_the_life_of_the_case() {
    setting
        .given(fact("2026-01-05", opened(CASE)), fact("2026-01-06", objectiveSet(CASE, OBJECTIVE)))
        .when(set(0), on("2026-01-06"))
        .thenRefused(ObjectiveRule.OBJECTIVE_ID_TAKEN, ObjectiveRule.CRITERIA_MISSING);
    setting
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(set(1), on("2026-03-01"))
        .thenRefused(ObjectiveRule.OBJECTIVE_ID_TAKEN)
        .about(OBJECTIVE);
  }

  @Test
  void another_case_may_use_the_same_id() {
    setting
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-06", objectiveSet(OTHER_CASE, OBJECTIVE)))
        .when(set(1), on("2026-01-06"))
        .then(new ObjectiveSet(CASE, OBJECTIVE, AIM, List.of(AIM), DUE));
  }

  @Test
  void an_objective_is_evaluated_again_until_it_is_met() {
    oneSet
        .when(evaluate(Outcome.NOT_MET), on("2026-02-01"))
        .then(evaluated(CASE, OBJECTIVE, Outcome.NOT_MET));
    oneSet
        .given(fact("2026-02-01", evaluated(CASE, OBJECTIVE, Outcome.PARTLY_MET)))
        .when(evaluate(Outcome.MET), on("2026-02-01"))
        .then(evaluated(CASE, OBJECTIVE, Outcome.MET));
    oneSet
        .given(fact("2026-02-01", evaluated(CASE, OBJECTIVE, Outcome.MET)))
        .when(evaluate(Outcome.MET), on("2026-02-02"))
        .thenRefused(ObjectiveRule.OBJECTIVE_FINAL)
        .about(OBJECTIVE)
        .saying("MET");
  }

  @Test
  void what_was_abandoned_stays_abandoned() {
    oneSet
        .given(fact("2026-02-01", new ObjectiveAbandoned(CASE, OBJECTIVE)))
        .when(evaluate(Outcome.MET), on("2026-02-02"))
        .thenRefused(ObjectiveRule.OBJECTIVE_FINAL)
        .saying("ABANDONED");
  }

  @Test
  void scores_name_criteria_that_the_objective_has() {
    var scores = List.of(new Score(1, 7), new Score(2, 0));
    oneSet
        .when(
            new EvaluateObjective(CASE, OBJECTIVE, Outcome.NOT_MET, scores, AIM), on("2026-02-01"))
        .then(new ObjectiveEvaluated(CASE, OBJECTIVE, Outcome.NOT_MET, scores, AIM));
    oneSet
        .when(
            new EvaluateObjective(
                CASE,
                OBJECTIVE,
                Outcome.NOT_MET,
                List.of(new Score(3, 1), new Score(2, 1), new Score(4, 1)),
                null),
            on("2026-02-01"))
        .thenRefused(ObjectiveRule.CRITERION_UNKNOWN, ObjectiveRule.CRITERION_UNKNOWN)
        .saying("criterion 3", "criterion 4", "has 2");
  }

  @Test
  void an_objective_of_an_earlier_accompaniment_is_not_evaluated_any_more() {
    evaluating
        .given(fact("2026-01-05", opened(CASE)))
        .when(evaluate(Outcome.MET), on("2026-02-01"))
        .thenRefused(ObjectiveRule.OBJECTIVE_UNKNOWN)
        .atField("objectiveId");
    evaluating
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(evaluate(Outcome.MET), on("2026-02-01"))
        .thenRefused(ObjectiveRule.OBJECTIVE_UNKNOWN);
  }

  @Test
  void nothing_is_evaluated_before_it_was_set() {
    oneSet
        .when(evaluate(Outcome.MET), on("2026-01-05"))
        .thenRefused(ObjectiveRule.OBJECTIVE_UNKNOWN);
  }

  @Test
  void an_evaluation_that_comes_late_must_leave_the_later_ones_their_ground() {
    var metLater = oneSet.given(fact("2026-03-01", evaluated(CASE, OBJECTIVE, Outcome.PARTLY_MET)));
    metLater
        .when(evaluate(Outcome.NOT_MET), on("2026-02-01"))
        .then(evaluated(CASE, OBJECTIVE, Outcome.NOT_MET));
    metLater
        .when(evaluate(Outcome.MET), on("2026-02-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("ObjectiveEvaluated", "position 3", "2026-03-01");
  }

  private static EvaluateObjective evaluate(Outcome outcome) {
    return new EvaluateObjective(CASE, OBJECTIVE, outcome, null, null);
  }

  private static SetObjective set(int criteria) {
    return new SetObjective(CASE, OBJECTIVE, AIM, Collections.nCopies(criteria, AIM), DUE);
  }
}
