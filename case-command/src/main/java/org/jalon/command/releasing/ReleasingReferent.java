package org.jalon.command.releasing;

import org.jalon.command.caseload.Referents;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.command.ReleaseReferent;
import org.jalon.kernel.event.ReferentReleased;

/** A mandate ends without a next one, also while an accompaniment runs. */
public final class ReleasingReferent extends CaseDecider<ReleaseReferent> {

  /** The rule. */
  public ReleasingReferent() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends ReleaseReferent> intent, ReleaseReferent command, CaseLife life) {
    return life.runningMandate()
        .<Decision>map(
            mandate ->
                Decision.accept(
                    intent,
                    new ReferentReleased(command.caseId(), mandate.referent(), command.note())))
        .orElseGet(() -> Decision.refuse(Referents.none(intent, command.caseId())));
  }
}
