package org.jalon.command.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.decision.Boundary;
import org.jalon.command.ledger.PostgresEventStorageEngine;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Stamp;
import org.jspecify.annotations.Nullable;

/** Reads the facts of boundaries in one unit of work; what is read guards what is appended. */
final class Sourcing {

  private static final Duration DEADLINE = Duration.ofSeconds(15);

  private final EventStoreTransaction transaction;
  private @Nullable List<Answer> answers;
  private boolean alone = true;

  Sourcing(EventStoreTransaction transaction) {
    this.transaction = transaction;
  }

  /** The facts of a boundary, in the order of the ledger. */
  List<Fact> facts(Boundary boundary) {
    alone = false;
    return read(boundary, Sourcing::fact);
  }

  /** The facts that answered a command, with their stamps. */
  List<Answer> answers(UUID commandId) {
    List<Answer> before = answers;
    if (before != null && alone) {
      return before; // Axon cannot be asked for one criterion twice when there is no other
    }
    List<Answer> now =
        read(Boundary.all(org.jalon.command.decision.Tag.command(commandId)), Sourcing::answer);
    answers = now;
    return now;
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

  private <T> List<T> read(Boundary boundary, Reading<T> reading) {
    var condition = SourcingCondition.conditionFor(criteria(boundary));
    List<T> read = new ArrayList<>();
    transaction
        .source(condition)
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

  static Fact fact(MessageStream.Entry<? extends EventMessage> entry) {
    EventMessage message = entry.message();
    return new Fact(
        resource(entry, PostgresEventStorageEngine.POSITION),
        new EffectiveDay(resource(entry, PostgresEventStorageEngine.EFFECTIVE_DAY)),
        Stamp.of(message.metadata()).commandId(),
        (Event) Objects.requireNonNull(message.payload()));
  }

  private static Answer answer(MessageStream.Entry<? extends EventMessage> entry) {
    EventMessage message = entry.message();
    return new Answer(
        new Outcome.Answered(
            message.type().name(),
            resource(entry, PostgresEventStorageEngine.POSITION),
            resource(entry, PostgresEventStorageEngine.RECORDED_AT)),
        Stamp.of(message.metadata()));
  }

  private static <T> T resource(
      MessageStream.Entry<?> entry, org.axonframework.messaging.core.Context.ResourceKey<T> key) {
    return Objects.requireNonNull(entry.getResource(key), key::label);
  }

  private static EventCriteria criteria(Boundary boundary) {
    return EventCriteria.either(boundary.criteria().stream().map(Sourcing::criterion).toList());
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
