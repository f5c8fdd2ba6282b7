package org.jalon.command.planning;

import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.command.PlanDuration;
import org.jalon.kernel.event.DurationPlanned;

/** The plan ends on its own day or later; the same plan again changes nothing. */
public final class PlanningDuration extends CaseDecider<PlanDuration> {

  /** The rule. */
  public PlanningDuration() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends PlanDuration> intent, PlanDuration command, CaseLife life) {
    if (command.until().isBefore(intent.day().value())) {
      return Decision.refuse(
          Refusal.ofField(
              PlanningRule.END_BEFORE_START,
              "until",
              "the end %s lies before %s, the day of the plan; choose a later end"
                  .formatted(command.until(), intent.day())));
    }
    if (command.until().equals(life.formalisation().plannedUntil())) {
      return Decision.nothingToDo();
    }
    return Decision.accept(intent, new DurationPlanned(command.caseId(), command.until()));
  }
}
