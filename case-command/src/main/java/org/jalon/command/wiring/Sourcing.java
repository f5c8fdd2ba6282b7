package org.jalon.command.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.decision.Boundary;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.PostgresEventStorageEngine;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.command.ledger.chain.Head;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Stamp;

/** Reads the facts of boundaries in one unit of work; what is read guards what is appended. */
final class Sourcing {

  private static final Duration DEADLINE = Duration.ofSeconds(15);

  /** Of a fact in memory: the objects around what is stored. */
  private static final long OVERHEAD = 256;

  private final EventStoreTransaction transaction;
  private final Ledger ledger;
  private final Set<Boundary.Criterion> guarding = new HashSet<>();
  private final Remembering remembering;

  /** Begins to read, up to what is recorded at this moment. */
  Sourcing(EventStore store, ProcessingContext context, Ledger ledger, DecisionCache cache) {
    Head now = ledger.head();
    context.putResource(PostgresEventStorageEngine.UP_TO, now);
    this.transaction = store.transaction(context);
    this.ledger = ledger;
    remembering = new Remembering(this::after, ledger, now, cache);
  }

  /** Records an event with the unit of work, if nothing of what was read is obsolete by then. */
  void append(EventMessage event) {
    transaction.appendEvent(event);
  }

  /** The facts of a boundary, in no order, some perhaps twice. */
  List<Fact> facts(Boundary boundary) {
    return remembering.facts(boundary.criteria());
  }

  /** The facts that answered a command, with their stamps. */
  List<Answer> answers(UUID commandId) {
    var ofCommand = Boundary.all(org.jalon.command.decision.Tag.command(commandId));
    return read(0, ofCommand.criteria(), Sourcing::answer);
  }

  /** A recorded answer to a command. */
  record Answer(Outcome.Answered fact, Stamp stamp) {}

  /** The position that the decision rests on. */
  long position() {
    return GlobalIndexConsistencyMarker.position(transaction.appendPosition());
  }

  private interface Reading<T> {
    T read(MessageStream.Entry<? extends EventMessage> entry);
  }

  private List<Found> after(long position, Set<Boundary.Criterion> criteria) {
    return read(position, criteria, Sourcing::found);
  }

  private <T> List<T> read(long after, Set<Boundary.Criterion> criteria, Reading<T> reading) {
    var start = new GlobalIndexConsistencyMarker(after).position();
    var condition = SourcingCondition.conditionFor(start, criteria(criteria));
    List<T> read = new ArrayList<>();
    source(condition, guarding.addAll(criteria))
        .reduce(
            read,
            (list, entry) -> {
              list.add(reading.read(entry));
              return list;
            })
        .orTimeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    return read;
  }

  /** What guards already is only read again: Axon cannot take the same criteria twice. */
  private MessageStream<? extends EventMessage> source(
      SourcingCondition condition, boolean guardsMore) {
    return guardsMore
        ? transaction.source(condition)
        : ledger
            .engine()
            .source(condition, null)
            .filter(entry -> entry.getResource(ConsistencyMarker.RESOURCE_KEY) == null);
  }

  static Found found(MessageStream.Entry<? extends EventMessage> entry) {
    StoredEvent stored = stored(entry);
    var fact =
        new Fact(
            stored.position(),
            new EffectiveDay(stored.effectiveDay()),
            Stamp.commandIdOf(stored.metadata()),
            (Event) Objects.requireNonNull(entry.message().payload()));
    var tags =
        stored.tags().stream()
            .map(tag -> new org.jalon.command.decision.Tag(tag.key(), tag.value()))
            .collect(Collectors.toUnmodifiableSet());
    byte[] sealed = stored.sealed();
    long bytes = OVERHEAD + stored.clear().length + (sealed == null ? 0 : sealed.length);
    return new Found(fact, stored.name(), tags, bytes);
  }

  private static Answer answer(MessageStream.Entry<? extends EventMessage> entry) {
    StoredEvent stored = stored(entry);
    return new Answer(
        new Outcome.Answered(stored.name(), stored.position(), stored.recordedAt()),
        Stamp.of(stored.metadata()));
  }

  private static StoredEvent stored(MessageStream.Entry<?> entry) {
    return Objects.requireNonNull(entry.getResource(PostgresEventStorageEngine.STORED));
  }

  private static EventCriteria criteria(Set<Boundary.Criterion> criteria) {
    return EventCriteria.either(criteria.stream().map(Sourcing::criterion).toList());
  }

  private static EventCriteria criterion(Boundary.Criterion criterion) {
    var tags =
        criterion.tags().stream()
            .map(tag -> new Tag(tag.key(), tag.value()))
            .collect(Collectors.toUnmodifiableSet());
    var tagged = EventCriteria.havingTags(tags);
    return criterion.types().isEmpty()
        ? tagged
        : tagged.andBeingOneOfTypes(
            criterion.types().stream()
                .map(QualifiedName::new)
                .collect(Collectors.toUnmodifiableSet()));
  }
}
