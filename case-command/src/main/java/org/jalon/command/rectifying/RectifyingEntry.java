package org.jalon.command.rectifying;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Dating;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;

/**
 * An entry is annulled or read with other fields from now on, if the timeline without it, or with
 * the other in its place, is legal from its start; earlier knowledge stays as it was.
 */
public final class RectifyingEntry implements Decider<RectifyEntry, Rectifying> {

  /** The rule. */
  public RectifyingEntry() {}

  @Override
  public Boundary boundary(Intent<? extends RectifyEntry> intent, Rectifying known) {
    Boundary entry = Boundary.entry(intent.command().position().value());
    return known
        .entry(intent.command().position().value())
        .map(found -> entry.and(boundary(intent, found, known)))
        .orElse(entry);
  }

  private static Boundary boundary(
      Intent<? extends RectifyEntry> intent, Entry entry, Rectifying known) {
    Optional<CaseId> caseId = Event.caseOf(entry.recorded().event());
    Reading reading = reading(intent, entry);
    if (caseId.isEmpty()) {
      Boundary own = StaffTrial.of(entry);
      return reading instanceof Reading.Other other
          ? own.and(new StaffTrial(other).boundary(known.world()))
          : own;
    }
    Boundary life = CaseLife.wholeLifeOf(caseId.get());
    return reading instanceof Reading.Other other
        ? life.and(new CaseTrial(intent, caseId.get(), other, known.world()).boundary())
        : life;
  }

  @Override
  public Rectifying read(Intent<? extends RectifyEntry> intent, Collection<Fact> facts) {
    return Rectifying.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends RectifyEntry> intent, Rectifying state) {
    RectifyEntry command = intent.command();
    Optional<Entry> entry = state.entry(command.position().value());
    if (entry.isEmpty()) {
      return Decision.refuse(unknown(command.position().value()));
    }
    Optional<Refusal> barred =
        Dating.happened(intent)
            .or(() -> Rectifiable.refusal(entry.get(), command.action()))
            .or(() -> Rectifiable.fields(command.action(), command.fields(), entry.get()));
    if (barred.isPresent()) {
      return Decision.refuse(barred.get());
    }
    return reading(intent, entry.get()).decided(other -> tried(intent, entry.get(), other, state));
  }

  private static Decision tried(
      Intent<? extends RectifyEntry> intent, Entry entry, Reading.Other other, Rectifying state) {
    Optional<CaseId> caseId = Event.caseOf(entry.recorded().event());
    if (caseId.isEmpty()) {
      return new StaffTrial(other).decide(intent, state.world());
    }
    List<Refusal> refusals = new CaseTrial(intent, caseId.get(), other, state.world()).refusals();
    return refusals.isEmpty()
        ? Decision.accept(intent, withAdmission(intent.command(), entry, other, state))
        : Decision.refuse(refusals);
  }

  /** What admitted an assignment above the ceiling goes with it. */
  private static List<EntryRectified> withAdmission(
      RectifyEntry command, Entry entry, Reading.Other other, Rectifying state) {
    List<EntryRectified> facts = new ArrayList<>();
    facts.add(other.fact());
    if (command.action() == Action.ANNUL) {
      state.facts().stream()
          .filter(fact -> isOverride(fact, entry))
          .filter(fact -> fact.commandId().equals(entry.recorded().commandId()))
          .flatMap(fact -> state.entry(fact.position()).stream())
          .map(admission -> Reading.without(admission, command.reason()))
          .filter(Reading.Other.class::isInstance)
          .forEach(reading -> facts.add(((Reading.Other) reading).fact()));
    }
    return facts;
  }

  private static boolean isOverride(Fact fact, Entry entry) {
    return fact.event() instanceof CaseloadCeilingOverridden override
        && Event.caseOf(entry.recorded().event()).filter(override.caseId()::equals).isPresent();
  }

  private static Reading reading(Intent<? extends RectifyEntry> intent, Entry entry) {
    RectifyEntry command = intent.command();
    return switch (command.action()) {
      case ANNUL -> Reading.without(entry, command.reason());
      case REPLACE ->
          Reading.with(
              intent,
              entry,
              command.fields() == null ? Fields.NONE : command.fields(),
              command.reason());
    };
  }

  private static Refusal unknown(long position) {
    return new Refusal(
        CommonRule.ENTRY_UNKNOWN,
        "position",
        Long.toString(position),
        "there is no entry at position %d; the history of a case shows the positions of its entries"
            .formatted(position));
  }
}
