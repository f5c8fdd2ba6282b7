package org.jalon.command.objectives;

import java.util.ArrayList;
import java.util.List;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.event.ObjectiveSet;

/** An objective needs criteria and an id of its own. */
public final class SettingObjective extends CaseDecider<SetObjective> {

  private static final int MOST_CRITERIA = 20;

  /** The rule. */
  public SettingObjective() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends SetObjective> intent, SetObjective command, CaseLife life) {
    List<Refusal> refusals = new ArrayList<>();
    if (life.formalisation().hasHad(command.objectiveId())) {
      String id = command.objectiveId().value();
      refusals.add(
          new Refusal(
              ObjectiveRule.OBJECTIVE_ID_TAKEN,
              "objectiveId",
              id,
              "the case has or had an objective %s; choose another id".formatted(id)));
    }
    if (command.criteria().isEmpty()) {
      refusals.add(
          Refusal.ofField(
              ObjectiveRule.CRITERIA_MISSING,
              "criteria",
              "an objective needs at least one criterion by which it will be judged"));
    }
    if (command.criteria().size() > MOST_CRITERIA) {
      refusals.add(
          Refusal.ofField(
              ObjectiveRule.TOO_MANY_CRITERIA,
              "criteria",
              "%d criteria are more than %d; set several objectives"
                  .formatted(command.criteria().size(), MOST_CRITERIA)));
    }
    return refusals.isEmpty() ? Decision.accept(intent, set(command)) : Decision.refuse(refusals);
  }

  private static ObjectiveSet set(SetObjective command) {
    return new ObjectiveSet(
        command.caseId(),
        command.objectiveId(),
        command.text(),
        command.criteria(),
        command.dueOn());
  }
}
