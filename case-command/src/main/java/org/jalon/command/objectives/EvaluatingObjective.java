package org.jalon.command.objectives;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Objective;
import org.jalon.kernel.command.EvaluateObjective;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.Score;

/** An objective can be evaluated again until it is met or abandoned. */
public final class EvaluatingObjective extends CaseDecider<EvaluateObjective> {

  /** The rule. */
  public EvaluatingObjective() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends EvaluateObjective> intent, EvaluateObjective command, CaseLife life) {
    String id = command.objectiveId().value();
    Objective objective = life.formalisation().objectives().get(id);
    if (objective == null) {
      return Decision.refuse(
          new Refusal(
              ObjectiveRule.OBJECTIVE_UNKNOWN,
              "objectiveId",
              id,
              "the accompaniment has no objective %s; SetObjective first, or check the id"
                  .formatted(id)));
    }
    if (objective.isFinal()) {
      return Decision.refuse(
          new Refusal(
              ObjectiveRule.OBJECTIVE_FINAL,
              "objectiveId",
              id,
              "objective %s is %s for good; set another one".formatted(id, objective.state())));
    }
    List<Score> scores = command.scores() == null ? List.of() : command.scores();
    List<Refusal> refusals =
        Stream.concat(
                scores.stream()
                    .filter(score -> score.criterion() > objective.criteria())
                    .map(score -> unknownCriterion(score, objective)),
                twice(scores))
            .toList();
    return refusals.isEmpty()
        ? Decision.accept(
            intent,
            new ObjectiveEvaluated(
                command.caseId(), command.objectiveId(), command.outcome(), scores, command.note()))
        : Decision.refuse(refusals);
  }

  private static Stream<Refusal> twice(List<Score> scores) {
    return scores.stream()
        .collect(Collectors.groupingBy(Score::criterion, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(counted -> counted.getValue() > 1)
        .map(
            counted ->
                Refusal.ofField(
                    ObjectiveRule.CRITERION_TWICE,
                    "scores",
                    "criterion %d has %d scores; give it one"
                        .formatted(counted.getKey(), counted.getValue())));
  }

  private static Refusal unknownCriterion(Score score, Objective objective) {
    return Refusal.ofField(
        ObjectiveRule.CRITERION_UNKNOWN,
        "scores",
        "there is no criterion %d; the objective has %d, counted from 1"
            .formatted(score.criterion(), objective.criteria()));
  }
}
