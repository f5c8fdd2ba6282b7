package org.jalon.command.handingover;

import java.util.Optional;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.PendingHandOver;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.command.CaseCommand;

/** Who was asked to take a case over, and alone may answer. */
final class Receiver {

  private Receiver() {}

  /** Refuses an answer to nothing, and one by somebody else; {@code local} answers for everyone. */
  static Optional<Refusal> refusal(Intent<? extends CaseCommand> intent, CaseLife life) {
    return notPending(intent, life)
        .or(() -> Optional.ofNullable(life.pending()).flatMap(it -> notAsked(intent, it)));
  }

  /** Refuses where no hand-over waits. */
  static Optional<Refusal> notPending(Intent<? extends CaseCommand> intent, CaseLife life) {
    String id = intent.command().caseId().value();
    return life.pending() != null
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                HandOverRule.NO_HAND_OVER_PENDING,
                "caseId",
                id,
                "no hand-over of case %s is pending on %s; ProposeHandOver first, or give a day on which one was"
                    .formatted(id, intent.day())));
  }

  private static Optional<Refusal> notAsked(Intent<?> intent, PendingHandOver pending) {
    ActorId actor = intent.actor().id();
    return actor.value().equals(pending.to().value()) || actor.equals(Actor.LOCAL.id())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                HandOverRule.NOT_RECEIVER,
                null,
                actor.value(),
                "%s was not asked to take the case over, %s was; let them answer, or WithdrawHandOver"
                    .formatted(actor, pending.to())));
  }
}
