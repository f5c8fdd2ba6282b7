package org.jalon.command.state;

import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.command.CaseCommand;
import org.jalon.kernel.timeline.Fact;

/** A rule that rests on the life of its own case alone, which must be open. */
public abstract class CaseDecider<C extends CaseCommand> implements Decider<C, CaseLife> {

  /** For rules. */
  protected CaseDecider() {}

  @Override
  public final Boundary boundary(Intent<? extends C> intent, CaseLife known) {
    return CaseLife.lifeOf(intent.command().caseId());
  }

  @Override
  public final CaseLife initial(Intent<? extends C> intent) {
    return CaseLife.UNBORN;
  }

  @Override
  public final CaseLife evolve(CaseLife state, Fact fact) {
    return state.evolve(fact);
  }

  @Override
  public final Decision decide(Intent<? extends C> intent, CaseLife life) {
    return CaseChecks.open(intent, life)
        .map(Decision::refuse)
        .orElseGet(() -> decideOpen(intent, intent.command(), life));
  }

  /** Decides on an open case, at or after its latest fact. */
  protected abstract Decision decideOpen(Intent<? extends C> intent, C command, CaseLife life);
}
