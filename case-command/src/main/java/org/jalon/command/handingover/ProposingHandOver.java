package org.jalon.command.handingover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.command.caseload.Referents;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Mandate;
import org.jalon.command.state.PendingHandOver;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.command.ProposeHandOver;
import org.jalon.kernel.event.HandOverProposed;
import org.jspecify.annotations.Nullable;

/** One hand-over of a case waits at a time; it reserves no place, so no post or ceiling counts. */
public final class ProposingHandOver extends CaseDecider<ProposeHandOver> {

  /** The rule. */
  public ProposingHandOver() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends ProposeHandOver> intent, ProposeHandOver command, CaseLife life) {
    Optional<Mandate> running = life.runningMandate();
    if (running.isEmpty()) {
      return Decision.refuse(Referents.none(intent, command.caseId()));
    }
    List<Refusal> refusals = new ArrayList<>();
    running
        .filter(mandate -> mandate.referent().equals(command.to()))
        .map(mandate -> Referents.already(mandate, "to", "hand the case over to somebody else"))
        .ifPresent(refusals::add);
    Optional.ofNullable(life.pending()).map(ProposingHandOver::waits).ifPresent(refusals::add);
    endsBefore(command.overlapUntil(), intent.day()).ifPresent(refusals::add);
    return refusals.isEmpty()
        ? Decision.accept(
            intent,
            new HandOverProposed(
                command.caseId(),
                running.get().referent(),
                command.to(),
                command.overlapUntil(),
                command.note()))
        : Decision.refuse(refusals);
  }

  private static Refusal waits(PendingHandOver pending) {
    return new Refusal(
        HandOverRule.HAND_OVER_PENDING,
        "caseId",
        pending.to().value(),
        "%s is asked since %s and has not answered; WithdrawHandOver first"
            .formatted(pending.to(), pending.proposedOn()));
  }

  private static Optional<Refusal> endsBefore(@Nullable LocalDate overlap, EffectiveDay day) {
    return overlap != null && overlap.isBefore(day.value())
        ? Optional.of(
            Refusal.ofField(
                HandOverRule.OVERLAP_BEFORE_START,
                "overlapUntil",
                "the overlap until %s ends before %s, the day of the proposal; give a later day or none"
                    .formatted(overlap, day)))
        : Optional.empty();
  }
}
