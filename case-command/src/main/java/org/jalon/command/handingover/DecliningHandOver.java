package org.jalon.command.handingover;

import java.util.Objects;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.command.DeclineHandOver;
import org.jalon.kernel.event.HandOverDeclined;

/** Who was asked says no; the referent stays. */
public final class DecliningHandOver extends CaseDecider<DeclineHandOver> {

  /** The rule. */
  public DecliningHandOver() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends DeclineHandOver> intent, DeclineHandOver command, CaseLife life) {
    return Receiver.refusal(intent, life)
        .map(Decision::refuse)
        .orElseGet(
            () ->
                Decision.accept(
                    intent,
                    new HandOverDeclined(
                        command.caseId(),
                        Objects.requireNonNull(life.pending()).to(),
                        command.note())));
  }
}
