package org.jalon.command.assigning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.jalon.command.state.Programmes;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;

/**
 * At most one referent per case, in post, of a profession that the programme admits, and under the
 * ceiling on every day from the effective day to the later of it and today.
 */
public final class AssigningReferent implements Decider<AssignReferent, World> {

  /** The rule. */
  public AssigningReferent() {}

  @Override
  public Boundary boundary(Intent<? extends AssignReferent> intent, World known) {
    AssignReferent command = intent.command();
    Boundary boundary =
        CaseLife.lifeOf(command.caseId())
            .and(Reach.of(Set.of(command.referent()), known))
            .and(Approval.boundary(intent, command.override(), known));
    var opening = known.story(command.caseId()).life().opening();
    return opening == null ? boundary : boundary.and(Programmes.definitionOf(opening.programme()));
  }

  @Override
  public World read(Intent<? extends AssignReferent> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends AssignReferent> intent, World world) {
    AssignReferent command = intent.command();
    CaseStory own = world.story(command.caseId());
    Optional<Refusal> notOpen = CaseChecks.open(intent, own);
    if (notOpen.isPresent()) {
      return Decision.refuse(notOpen.get());
    }
    var assigned = new ReferentAssigned(command.caseId(), command.referent());
    var taker =
        new Taker(
            intent, world, command.caseId(), command.referent(), command.override(), "referent");
    Optional<Excess> excess = taker.excess(assigned);
    List<Refusal> refusals = new ArrayList<>();
    assignedAlready(own.life(intent.day())).ifPresent(refusals::add);
    refusals.addAll(taker.refusals(excess));
    if (!refusals.isEmpty()) {
      return Decision.refuse(refusals);
    }
    List<Event> events = new ArrayList<>();
    events.add(assigned);
    taker.admission(excess).ifPresent(events::add);
    return CaseChecks.inserted(intent, own, Decision.accept(intent, events));
  }

  private static Optional<Refusal> assignedAlready(CaseLife life) {
    return life.runningMandate()
        .map(
            mandate ->
                Referents.already(
                    mandate,
                    "referent",
                    "a case has one referent: ProposeHandOver, or ReleaseReferent first"));
  }
}
