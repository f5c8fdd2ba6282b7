package org.jalon.command.handingover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.caseload.Approval;
import org.jalon.command.caseload.Excess;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.Referents;
import org.jalon.command.caseload.Taker;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseChecks;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.PendingHandOver;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.AcceptHandOver;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.timeline.Fact;

/**
 * Who was asked becomes the referent from the day of the acceptance on, if they may take the case
 * then; the former keeps access, uncounted, for the overlap.
 */
public final class AcceptingHandOver implements Decider<AcceptHandOver, World> {

  /** The rule. */
  public AcceptingHandOver() {}

  @Override
  public Boundary boundary(Intent<? extends AcceptHandOver> intent, World known) {
    AcceptHandOver command = intent.command();
    CaseStory own = known.story(command.caseId());
    PendingHandOver pending = own.life(intent.day()).pending();
    Set<ProfessionalId> receiver = pending == null ? Set.of() : Set.of(pending.to());
    Boundary boundary =
        CaseLife.lifeOf(command.caseId())
            .and(Reach.of(receiver, known))
            .and(Approval.boundary(intent, command.override(), known));
    var opening = own.life().opening();
    return opening == null ? boundary : boundary.and(Programmes.definitionOf(opening.programme()));
  }

  @Override
  public World read(Intent<? extends AcceptHandOver> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends AcceptHandOver> intent, World world) {
    CaseStory own = world.story(intent.command().caseId());
    CaseLife life = own.life(intent.day());
    return CaseChecks.open(intent, own)
        .or(() -> Receiver.refusal(intent, life))
        .map(Decision::refuse)
        .orElseGet(() -> CaseChecks.inserted(intent, own, taken(intent, world, life)));
  }

  private static Decision taken(
      Intent<? extends AcceptHandOver> intent, World world, CaseLife life) {
    AcceptHandOver command = intent.command();
    PendingHandOver pending = Objects.requireNonNull(life.pending());
    var changed =
        new ReferentChanged(
            command.caseId(), pending.from(), pending.to(), overlap(intent, pending));
    var taker =
        new Taker(intent, world, command.caseId(), pending.to(), command.override(), "caseId");
    Optional<Excess> excess = taker.excess(changed);
    List<Refusal> refusals = taker.refusals(excess);
    if (!refusals.isEmpty()) {
      return Decision.refuse(refusals);
    }
    List<Event> events = new ArrayList<>();
    events.add(changed);
    taker.admission(excess).ifPresent(events::add);
    return Decision.accept(intent, events);
  }

  private static LocalDate overlap(Intent<?> intent, PendingHandOver pending) {
    return pending.overlapUntil() == null
        ? Referents.overlapFrom(intent.day())
        : pending.overlapUntil();
  }
}
