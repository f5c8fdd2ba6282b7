package org.jalon.history.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.PostgresEventStorageEngine;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Event;
import org.jalon.history.EventId;
import org.jalon.history.Outcome;
import org.jalon.history.load.Store;
import org.jspecify.annotations.Nullable;

/**
 * A ledger of this process through Axon's port and its own reading, for one client: as in a unit of
 * work, an append that follows a source rests on the head up to which that read.
 */
final class LedgerStore implements Store {

  private static final String SUBJECT = "subject";
  private static final String TYPE = "T";
  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final byte[] PAYLOAD = "p".repeat(64).getBytes(StandardCharsets.US_ASCII);

  /** Far beyond every deadline, a stop and a restart of the server. */
  private static final long PATIENCE_SECONDS = 45;

  private record Read(List<Criterion> criteria, long marker, ProcessingContext context) {}

  private final UnitOfWorkFactory units =
      new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
  private final Ledger ledger;
  private final String name;
  private @Nullable Read last;

  LedgerStore(Ledger ledger, String name) {
    this.ledger = ledger;
    this.name = name;
  }

  @Override
  public Outcome append(Append append) {
    List<TaggedEventMessage<?>> messages = new ArrayList<>();
    for (int i = 0; i < append.events().size(); i++) {
      messages.add(message(new EventId(append.request(), i), append.events().get(i)));
    }
    try {
      EventStorageEngine.AppendTransaction<?> transaction =
          ledger
              .engine()
              .appendEvents(condition(append), contextOf(append), messages)
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Object marker = transaction.commit(null).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Outcome.Acknowledged(
          GlobalIndexConsistencyMarker.position((ConsistencyMarker) marker));
    } catch (ExecutionException e) {
      return outcome(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException _) {
      return new Outcome.Unanswered();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("interrupted");
    }
  }

  /** That of what was read for it; none if it was read before something else. */
  private @Nullable ProcessingContext contextOf(Append append) {
    Read read = last;
    return read != null
            && append.conditional()
            && append.marker() == read.marker()
            && append.criteria().equals(read.criteria())
        ? read.context()
        : null;
  }

  private static Outcome outcome(Throwable failure) {
    return switch (failure) {
      case AppendEventsTransactionRejectedException _ -> new Outcome.Rejected();
      case LedgerException.OutcomeUnknown unknown -> new Outcome.Unknown(words(unknown));
      case LedgerException nothing -> new Outcome.Failed(words(nothing));
      case CompletionException wrapped when wrapped.getCause() != null ->
          outcome(wrapped.getCause());
      default -> new Outcome.Unknown("unexpected: " + failure);
    };
  }

  private static String words(LedgerException failure) {
    return failure.getClass().getSimpleName() + " " + failure.getMessage();
  }

  @Override
  public Slice source(List<Criterion> criteria, long after) throws Unreadable {
    SourcingCondition condition =
        SourcingCondition.conditionFor(
            new GlobalIndexConsistencyMarker(after).position(), axon(criteria));
    List<StoredEvent> events = new ArrayList<>();
    try {
      ProcessingContext context = context();
      context.putResource(PostgresEventStorageEngine.UP_TO, ledger.head());
      Long marker =
          ledger
              .engine()
              .source(condition, context)
              .reduce(
                  -1L,
                  (found, entry) -> {
                    StoredEvent stored = entry.getResource(PostgresEventStorageEngine.STORED);
                    if (stored != null) {
                      events.add(stored);
                    }
                    ConsistencyMarker end = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    return end == null ? found : GlobalIndexConsistencyMarker.position(end);
                  })
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      last = new Read(criteria, marker, context);
      long ids = events.stream().mapToLong(one -> EventId.of(one.eventId()).hash()).sum();
      return new Slice(marker, events.stream().mapToLong(StoredEvent::position).toArray(), ids);
    } catch (ExecutionException | TimeoutException | LedgerException e) {
      throw new Unreadable(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreadable(e.toString());
    }
  }

  /** One that holds what is put into it, and has no phases any more. */
  private ProcessingContext context()
      throws InterruptedException, ExecutionException, TimeoutException {
    return units
        .create()
        .executeWithResult(CompletableFuture::completedFuture)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public List<Seen> read(long after, int most) throws Unreadable {
    try {
      ledger.awaitBeyond(after, MOMENT);
      return ledger.read(after, most).stream().map(LedgerStore::seen).toList();
    } catch (LedgerException e) {
      throw new Unreadable(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreadable(e.toString());
    }
  }

  @Override
  public String node() {
    return name;
  }

  static Seen seen(StoredEvent stored) {
    return new Seen(stored.position(), EventId.of(stored.eventId()));
  }

  /** What a stored event says. */
  static Event event(StoredEvent stored) {
    return new Event(
        Integer.parseInt(stored.name().substring(TYPE.length())),
        stored.tags().stream().map(tag -> Integer.valueOf(tag.value())).sorted().toList());
  }

  private static AppendCondition condition(Append append) {
    return append.conditional()
        ? AppendCondition.withCriteria(axon(append.criteria()))
            .withMarker(new GlobalIndexConsistencyMarker(append.marker()))
        : AppendCondition.none();
  }

  private static EventCriteria axon(List<Criterion> criteria) {
    return EventCriteria.either(criteria.stream().<EventCriteria>map(LedgerStore::axon).toList());
  }

  private static EventCriteria axon(Criterion criterion) {
    var tagged =
        criterion.tags().isEmpty()
            ? EventCriteria.havingAnyTag()
            : EventCriteria.havingTags(tags(criterion.tags()));
    return criterion.types().isEmpty()
        ? tagged
        : tagged.andBeingOneOfTypes(
            criterion.types().stream()
                .map(type -> new QualifiedName(TYPE + type))
                .collect(Collectors.toSet()));
  }

  private static Set<Tag> tags(List<Integer> tags) {
    return tags.stream()
        .map(tag -> Tag.of(SUBJECT, tag.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static TaggedEventMessage<?> message(EventId id, Event event) {
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(
            id.uuid().toString(),
            new MessageType(TYPE + event.type(), "1"),
            PAYLOAD,
            Map.of(),
            Instant.EPOCH),
        tags(event.tags()));
  }
}
