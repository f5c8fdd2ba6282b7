package org.jalon.command.assigning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseChecks;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Programmes;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;

/**
 * At most one referent per case, in post, of a profession that the programme admits, and under the
 * ceiling on every day from the effective day to the later of it and today.
 */
public final class AssigningReferent implements Decider<AssignReferent, Assigning> {

  /** The rule. */
  public AssigningReferent() {}

  @Override
  public Boundary boundary(Intent<? extends AssignReferent> intent, Assigning known) {
    AssignReferent command = intent.command();
    Boundary boundary =
        CaseLife.lifeOf(command.caseId())
            .and(Boundary.only(Set.of(ReferentAssigned.class), Tag.referent(command.referent())))
            .and(Boundary.all(Tag.professional(command.referent())))
            .and(Approval.boundary(intent, known));
    if (known.own().opening() != null) {
      boundary = boundary.and(Programmes.definitionOf(known.own().opening().programme()));
    }
    for (CaseId other : known.others().keySet()) {
      boundary = boundary.and(CaseLife.mandatesOf(other));
    }
    for (PostId post : known.staffing().postsNamed()) {
      boundary = boundary.and(Staffing.openingOf(post));
    }
    return boundary;
  }

  @Override
  public Assigning initial(Intent<? extends AssignReferent> intent) {
    return Assigning.of(intent.command().caseId());
  }

  @Override
  public Assigning evolve(Assigning state, Fact fact) {
    return state.evolve(fact);
  }

  @Override
  public Decision decide(Intent<? extends AssignReferent> intent, Assigning state) {
    Optional<Refusal> notOpen = CaseChecks.open(intent, state.own());
    if (notOpen.isPresent()) {
      return Decision.refuse(notOpen.get());
    }
    AssignReferent command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    assignedAlready(state).ifPresent(refusals::add);
    Optional<Refusal> notInPost = notInPost(intent, state);
    notInPost.or(() -> professionNotAllowed(intent, state)).ifPresent(refusals::add);
    Optional<Ceiling.Excess> excess =
        notInPost.isEmpty()
            ? Ceiling.exceeded(state, command.referent(), intent.day(), intent.today())
            : Optional.empty();
    excess.flatMap(over -> notAdmitted(intent, state, over)).ifPresent(refusals::add);
    return refusals.isEmpty()
        ? Decision.accept(intent, facts(intent, excess))
        : Decision.refuse(refusals);
  }

  private static Optional<Refusal> assignedAlready(Assigning state) {
    return state
        .own()
        .runningMandate()
        .map(
            mandate ->
                new Refusal(
                    AssigningRule.REFERENT_ALREADY_ASSIGNED,
                    "referent",
                    mandate.referent().value(),
                    "%s is referent since %s; a case has one referent until its accompaniment or the case is closed"
                        .formatted(mandate.referent(), mandate.from())));
  }

  private static Optional<Refusal> notInPost(
      Intent<? extends AssignReferent> intent, Assigning state) {
    ProfessionalId who = intent.command().referent();
    return state.staffing().of(who, intent.day()).isEmpty()
        ? Optional.of(
            new Refusal(
                AssigningRule.NOT_IN_POST,
                "referent",
                who.value(),
                "%s holds no post on %s; FillPost first, or choose a day on which they do"
                    .formatted(who, intent.day())))
        : Optional.empty();
  }

  private static Optional<Refusal> professionNotAllowed(
      Intent<? extends AssignReferent> intent, Assigning state) {
    var opening = Objects.requireNonNull(state.own().opening());
    ProfessionalId who = intent.command().referent();
    boolean allowed =
        state.staffing().of(who, intent.day()).stream()
            .map(Engagement::post)
            .flatMap(post -> state.staffing().post(post).stream())
            .anyMatch(
                post ->
                    state.programmes().allow(opening.programme(), post.profession(), intent.day()));
    return allowed
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                AssigningRule.PROFESSION_NOT_ALLOWED,
                "referent",
                who.value(),
                "%s holds no post of a profession that programme %s admits as referent; choose another referent"
                    .formatted(who, opening.programme())));
  }

  private static Optional<Refusal> notAdmitted(
      Intent<? extends AssignReferent> intent, Assigning state, Ceiling.Excess over) {
    AssignReferent command = intent.command();
    if (command.override() != null) {
      return Approval.check(intent, command.override(), state);
    }
    return Optional.of(
        new Refusal(
            AssigningRule.CASELOAD_CEILING_REACHED,
            "referent",
            command.referent().value(),
            "%s would have %d open cases on %s, the ceiling at FTE %s is %d; choose another referent or have a head of service override it"
                .formatted(
                    command.referent(),
                    over.load(),
                    over.day(),
                    state.staffing().fteOf(command.referent(), over.day()).toPlainString(),
                    over.ceiling())));
  }

  private static List<Event> facts(
      Intent<? extends AssignReferent> intent, Optional<Ceiling.Excess> excess) {
    AssignReferent command = intent.command();
    List<Event> events = new ArrayList<>();
    events.add(new ReferentAssigned(command.caseId(), command.referent()));
    if (excess.isPresent() && command.override() != null) {
      events.add(
          new CaseloadCeilingOverridden(
              command.caseId(),
              command.referent(),
              excess.get().load(),
              excess.get().ceiling(),
              Approval.approver(intent, command.override()),
              command.override().reason()));
    }
    return events;
  }
}
