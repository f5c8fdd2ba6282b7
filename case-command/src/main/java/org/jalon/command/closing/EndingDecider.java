package org.jalon.command.closing;

import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.command.CaseCommand;
import org.jalon.kernel.timeline.Fact;

/** A rule on what ends: it rests on every fact of its case, interventions included. */
abstract class EndingDecider<C extends CaseCommand> implements Decider<C, Ending> {

  @Override
  public final Boundary boundary(Intent<? extends C> intent, Ending known) {
    return Ending.of(intent.command().caseId());
  }

  @Override
  public final Ending initial(Intent<? extends C> intent) {
    return Ending.START;
  }

  @Override
  public final Ending evolve(Ending state, Fact fact) {
    return state.evolve(fact);
  }
}
