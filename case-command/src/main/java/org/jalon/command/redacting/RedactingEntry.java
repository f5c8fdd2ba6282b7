package org.jalon.command.redacting;

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
import org.jalon.kernel.command.RedactEntry;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Redaction;
import org.jalon.kernel.wire.Texts;

/**
 * What stays of a case's text is sealed again, all but that of one entry and of what rectified it;
 * the key that opened both is destroyed after.
 */
public final class RedactingEntry implements Decider<RedactEntry, List<Fact>> {

  private static final long NO_ENTRY = 0;

  /** The rule. */
  public RedactingEntry() {}

  @Override
  public Boundary boundary(Intent<? extends RedactEntry> intent, List<Fact> known) {
    Boundary entry = Boundary.entry(position(intent));
    return entry(intent, known)
        .flatMap(fact -> Event.caseOf(fact.event()))
        .map(id -> entry.and(CaseLife.wholeLifeOf(id)))
        .orElse(entry);
  }

  @Override
  public List<Fact> read(Intent<? extends RedactEntry> intent, Collection<Fact> facts) {
    return List.copyOf(facts);
  }

  @Override
  public Decision decide(Intent<? extends RedactEntry> intent, List<Fact> facts) {
    Optional<Fact> entry = entry(intent, facts);
    if (entry.isEmpty()) {
      return Decision.refuse(unknown(position(intent)));
    }
    Optional<CaseId> caseId = Event.caseOf(entry.get().event());
    if (caseId.isEmpty() || !hasText(entry.get().event())) {
      return Decision.refuse(withoutText(entry.get()));
    }
    return Dating.happened(intent)
        .map(Decision::refuse)
        .orElseGet(() -> redacted(intent, caseId.get(), facts));
  }

  private static Decision redacted(
      Intent<? extends RedactEntry> intent, CaseId caseId, List<Fact> facts) {
    long position = position(intent);
    List<NarrativeResealed.Text> staying = Redaction.staying(facts, position);
    boolean done = staying.size() == Redaction.staying(facts, NO_ENTRY).size();
    return done
        ? Decision.nothingToDo()
        : Decision.accept(
            intent,
            new EntryRedacted(caseId, position, intent.command().reason()),
            new NarrativeResealed(caseId, staying));
  }

  private static boolean hasText(Event event) {
    return !(event instanceof NarrativeResealed) && !Texts.of(event).isEmpty();
  }

  private static Optional<Fact> entry(Intent<? extends RedactEntry> intent, List<Fact> facts) {
    return facts.stream().filter(fact -> fact.position() == position(intent)).findFirst();
  }

  private static long position(Intent<? extends RedactEntry> intent) {
    return intent.command().position().value();
  }

  private static Refusal unknown(long position) {
    return new Refusal(
        CommonRule.ENTRY_UNKNOWN,
        "position",
        Long.toString(position),
        "there is no entry at position %d; the history of a case shows the positions of its entries"
            .formatted(position));
  }

  private static Refusal withoutText(Fact entry) {
    return new Refusal(
        RedactingRule.ENTRY_WITHOUT_TEXT,
        "position",
        Long.toString(entry.position()),
        "%s at position %d holds no free text of its own; there is nothing to make unreadable"
            .formatted(entry.event().getClass().getSimpleName(), entry.position()));
  }
}
