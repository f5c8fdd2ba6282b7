package org.jalon.command.assigning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.caseload.Approval;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.caseload.Excess;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.Taking;
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
import org.jalon.kernel.ProgrammeId;
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
    ProgrammeId programme = Objects.requireNonNull(own.life().opening()).programme();
    List<Refusal> refusals = new ArrayList<>();
    assignedAlready(own.life(intent.day())).ifPresent(refusals::add);
    Taking.refusal(intent, world, command.referent(), programme, "referent")
        .ifPresent(refusals::add);
    boolean inPost =
        refusals.stream().noneMatch(refusal -> refusal.rule() == CaseloadRule.NOT_IN_POST);
    var assigned = new ReferentAssigned(command.caseId(), command.referent());
    Optional<Excess> excess =
        inPost ? excess(intent, world, programme, assigned) : Optional.empty();
    excess.flatMap(over -> notAdmitted(intent, world, over)).ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      return Decision.refuse(refusals);
    }
    List<Event> events = new ArrayList<>();
    events.add(assigned);
    if (excess.isPresent() && command.override() != null) {
      events.add(
          Approval.admission(
              intent, command.override(), command.caseId(), command.referent(), excess.get()));
    }
    return CaseChecks.inserted(intent, own, Decision.accept(intent, events));
  }

  private static Optional<Refusal> assignedAlready(CaseLife life) {
    return life.runningMandate()
        .map(
            mandate ->
                new Refusal(
                    CaseloadRule.REFERENT_ALREADY_ASSIGNED,
                    "referent",
                    mandate.referent().value(),
                    "%s is referent since %s; a case has one referent: ProposeHandOver, or ReleaseReferent first"
                        .formatted(mandate.referent(), mandate.from())));
  }

  private static Optional<Excess> excess(
      Intent<? extends AssignReferent> intent,
      World world,
      ProgrammeId programme,
      ReferentAssigned assigned) {
    World after = world.withCaseFacts(Decision.accept(intent, assigned).facts());
    return Excess.byLoad(
        world,
        after,
        assigned.referent(),
        intent.day(),
        intent.day().orLater(intent.today()),
        programme);
  }

  private static Optional<Refusal> notAdmitted(
      Intent<? extends AssignReferent> intent, World world, Excess over) {
    AssignReferent command = intent.command();
    return command.override() == null
        ? Optional.of(Taking.ceilingReached(world, command.referent(), over, "referent"))
        : Approval.check(intent, command.override(), world, command.caseId(), command.referent());
  }
}
