package org.jalon.command.rectifying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jalon.command.caseload.Excess;
import org.jalon.command.caseload.OneOpenCase;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.Taking;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Absent;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Contradiction;
import org.jalon.command.state.Mandate;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.timeline.Fact;

/**
 * Tries an entry of a case in its other reading: every fact of the case must keep its ground, and
 * the rules across subjects must hold on every day.
 */
final class CaseTrial {

  private final Intent<?> intent;
  private final CaseId id;
  private final Reading.Other reading;
  private final World before;
  private final World after;

  CaseTrial(Intent<?> intent, CaseId id, Reading.Other reading, World world) {
    this.intent = intent;
    this.id = id;
    this.reading = reading;
    this.before = world;
    this.after = world.withCaseFacts(reading.accepted(intent).facts());
  }

  /** What else must be known to try it. */
  Boundary boundary() {
    Boundary boundary = Boundary.EMPTY;
    Set<ProfessionalId> referents = referents();
    if (!referents.isEmpty()) {
      boundary = boundary.and(Reach.of(referents, before));
    }
    for (CaseOpened opening : openings()) {
      boundary = boundary.and(OneOpenCase.of(opening.household(), before));
    }
    CaseOpened opening = after.story(id).life().opening();
    if (opening == null) {
      return boundary;
    }
    Boundary home = Programmes.definitionOf(opening.programme());
    return opening.team() == null
        ? boundary.and(home)
        : boundary.and(home).and(Reach.creationOf(opening.team()));
  }

  /** All that speaks against it. */
  List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    inFuture().ifPresent(refusals::add);
    before
        .story(id)
        .contradiction(reading.accepted(intent).facts())
        .map(this::contradiction)
        .ifPresent(refusals::add);
    ClosingReasons.refusal(reading).ifPresent(refusals::add);
    newHome().ifPresent(refusals::add);
    recordedAgain().ifPresent(refusals::add);
    refusals.addAll(OneOpenCase.refusals(before, after, id, "position"));
    Optional<Refusal> notAble = newReferent();
    notAble.ifPresent(refusals::add);
    if (notAble.isEmpty()) {
      referents().stream().flatMap(who -> aboveCeiling(who).stream()).forEach(refusals::add);
    }
    return refusals;
  }

  private Optional<Refusal> inFuture() {
    Replacement replacement = reading.fact().replacement();
    if (replacement == null) {
      return Optional.empty();
    }
    return replacement.day().isAfter(intent.today())
        ? Optional.of(
            Refusal.ofField(
                CommonRule.EFFECTIVE_IN_FUTURE,
                "fields.effectiveOn",
                "%s lies after today, %s; an entry tells what has happened"
                    .formatted(replacement.day(), intent.today())))
        : Optional.empty();
  }

  private Refusal contradiction(Contradiction found) {
    return found.fact().position() == reading.fact().position()
        ? found.refusalOfItself("position")
        : found.refusal("position");
  }

  /** Programme and team of another opening, or of another day, must be there on that day. */
  private Optional<Refusal> newHome() {
    Replacement replacement = reading.fact().replacement();
    if (replacement == null || !(replacement.event() instanceof CaseOpened opening)) {
      return Optional.empty();
    }
    if (after.programmes().on(opening.programme(), replacement.day()).isEmpty()) {
      return Optional.of(
          new Absent(replacement.day(), "fields.effectiveOn").programme(opening.programme()));
    }
    return opening.team() == null || after.hasTeam(opening.team(), replacement.day())
        ? Optional.empty()
        : Optional.of(new Absent(replacement.day(), "fields.team").team(opening.team()));
  }

  /** An intervention that was annulled may have been recorded under its id once more since. */
  private Optional<Refusal> recordedAgain() {
    Replacement replacement = reading.fact().replacement();
    return replacement != null && replacement.event() instanceof InterventionRecorded restored
        ? before.story(id).timeline().facts().stream()
            .filter(fact -> fact.position() != reading.fact().position())
            .filter(
                fact ->
                    fact.event() instanceof InterventionRecorded other
                        && other.interventionId().equals(restored.interventionId()))
            .findFirst()
            .map(CaseTrial::recordedAgain)
        : Optional.empty();
  }

  private static Refusal recordedAgain(Fact other) {
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        "position",
        null,
        "the intervention was recorded once more at position %d for %s under the same id; annul that entry first"
            .formatted(other.position(), other.day()));
  }

  /** Those whose mandates change. */
  private Set<ProfessionalId> referents() {
    Set<Mandate> changed = new HashSet<>(mandates(before));
    Set<Mandate> now = new HashSet<>(mandates(after));
    Set<Mandate> both = new HashSet<>(changed);
    both.retainAll(now);
    changed.addAll(now);
    changed.removeAll(both);
    Set<ProfessionalId> referents = new HashSet<>();
    changed.forEach(mandate -> referents.add(mandate.referent()));
    return referents;
  }

  private List<Mandate> mandates(World world) {
    return world.story(id).life().mandates();
  }

  /** The openings before and after, if days or household or programme of the case change. */
  private List<CaseOpened> openings() {
    CaseLife was = before.story(id).life();
    CaseLife is = after.story(id).life();
    return was.periods().equals(is.periods()) && Objects.equals(was.opening(), is.opening())
        ? List.of()
        : Stream.of(was.opening(), is.opening()).filter(Objects::nonNull).distinct().toList();
  }

  /** Who is made referent by the other reading must be able to be. */
  private Optional<Refusal> newReferent() {
    Replacement replacement = reading.fact().replacement();
    CaseOpened opening = after.story(id).life().opening();
    if (replacement == null || opening == null) {
      return Optional.empty();
    }
    Optional<ProfessionalId> who = madeReferent(replacement.event());
    boolean asBefore =
        who.equals(madeReferent(reading.standing().event()))
            && replacement.day().equals(reading.standing().day());
    return who.isEmpty() || asBefore
        ? Optional.empty()
        : Taking.refusal(replacement.day(), after, who.get(), opening.programme(), "fields");
  }

  private static Optional<ProfessionalId> madeReferent(Event event) {
    return event instanceof ReferentAssigned assigned
        ? Optional.of(assigned.referent())
        : event instanceof ReferentChanged changed ? Optional.of(changed.to()) : Optional.empty();
  }

  private Optional<Refusal> aboveCeiling(ProfessionalId who) {
    CaseOpened opening = after.story(id).life().opening();
    EffectiveDay first = reading.firstDay();
    return Excess.byLoad(
            before,
            after,
            who,
            first,
            first.orLater(intent.today()),
            opening == null ? null : opening.programme())
        .map(over -> Taking.ceilingReached(after, who, over, "position"));
  }
}
