package org.jalon.command.wiring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Boundary.Criterion;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.PayloadFormat;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Stamp;

/**
 * Entries asked for by their position. They stand for ever, so they are read beside the unit of
 * work and guard nothing.
 */
final class Entries {

  private final Ledger ledger;
  private final PayloadFormat format;

  Entries(Ledger ledger, PayloadFormat format) {
    this.ledger = ledger;
    this.format = format;
  }

  /** The facts of a boundary: its entries from here, all others from where they guard. */
  List<Fact> facts(Boundary boundary, Function<Boundary, List<Fact>> others) {
    Set<Criterion> tagged = new HashSet<>(boundary.criteria());
    List<Fact> facts = new ArrayList<>();
    for (Criterion criterion : boundary.criteria()) {
      if (criterion.isEntry()) {
        tagged.remove(criterion);
        criterion.tags().forEach(tag -> facts.addAll(at(Long.parseLong(tag.value()))));
      }
    }
    if (!tagged.isEmpty()) {
      facts.addAll(others.apply(new Boundary(tagged)));
    }
    return facts;
  }

  /** The entry at a position, if there is one. */
  List<Fact> at(long position) {
    return position < 1 || position > ledger.head().position()
        ? List.of()
        : ledger.read(position - 1, 1).stream().map(this::fact).toList();
  }

  private Fact fact(StoredEvent stored) {
    EventMessage message = format.read(stored);
    return new Fact(
        stored.position(),
        new EffectiveDay(stored.effectiveDay()),
        Stamp.of(message.metadata()).commandId(),
        (Event) Objects.requireNonNull(message.payload()));
  }
}
