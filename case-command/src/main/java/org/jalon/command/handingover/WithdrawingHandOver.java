package org.jalon.command.handingover;

import java.util.Objects;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.command.WithdrawHandOver;
import org.jalon.kernel.event.HandOverWithdrawn;

/** A hand-over that still waits is taken back, by whoever works on the case. */
public final class WithdrawingHandOver extends CaseDecider<WithdrawHandOver> {

  /** The rule. */
  public WithdrawingHandOver() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends WithdrawHandOver> intent, WithdrawHandOver command, CaseLife life) {
    return Receiver.notPending(intent, life)
        .map(Decision::refuse)
        .orElseGet(
            () ->
                Decision.accept(
                    intent,
                    new HandOverWithdrawn(
                        command.caseId(),
                        Objects.requireNonNull(life.pending()).to(),
                        command.note())));
  }
}
