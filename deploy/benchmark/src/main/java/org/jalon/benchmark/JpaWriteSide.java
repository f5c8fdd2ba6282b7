package org.jalon.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Rounds;
import org.jalon.command.decision.Tag;
import org.jalon.command.wiring.Request;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * The same rules on Axon's command bus and its JPA engine. That engine takes one tag per event, so
 * a fact that concerns several subjects is appended once to the stream of each, and a boundary is
 * read as the streams that it names. It can guard what is read first in a unit of work and no more,
 * and of that only the streams that are appended to; the rest is read beside it. No command id is
 * looked up. All of this is less than our write side does, to its advantage.
 */
final class JpaWriteSide {

  private static final MessageType ANSWER = new MessageType("Answer");
  private static final int PATIENCE_SECONDS = 30;

  private static final int SEEDING_THREADS = 8;
  private static final int ATTEMPTS = 100;

  private final AxonJpa jpa;
  private final KeyStore keys;
  private final StorageEngineBackedEventStore store;
  private final SimpleCommandBus bus =
      new SimpleCommandBus(
          new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE), List.of());

  /**
   * @param commands names of those it takes
   */
  JpaWriteSide(AxonJpa jpa, KeyStore keys, Set<String> commands) {
    this.jpa = jpa;
    this.keys = keys;
    store =
        new StorageEngineBackedEventStore(jpa.engine(), new SimpleEventBus(), StreamedFact::tags);
    commands.forEach(name -> bus.subscribe(new QualifiedName(name), this::handle));
  }

  /** Decides and records, again after a lost race. */
  void decide(Request<?> request) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        requireAccepted(once(request));
        return;
      } catch (ExecutionException e) {
        boolean lost = e.getCause() instanceof AppendEventsTransactionRejectedException;
        if (!lost || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Object once(Request<?> request) throws Exception {
    var message = new GenericCommandMessage(new MessageType(request.kind().name()), request);
    return Objects.requireNonNull(
        bus.dispatch(message, null).get(PATIENCE_SECONDS, TimeUnit.SECONDS).payload());
  }

  private static void requireAccepted(Object answer) {
    if (!(answer instanceof Decision.Accepted)) {
      throw new IllegalStateException("this should have been accepted: " + answer);
    }
  }

  /**
   * Records facts without asking any rule.
   *
   * @param lists no stream is in more than one of them
   */
  void seed(List<List<Draft>> lists) throws Exception {
    try (var executor = Executors.newFixedThreadPool(SEEDING_THREADS)) {
      List<Callable<@Nullable Void>> appends = new ArrayList<>();
      lists.forEach(list -> appends.add(() -> append(list)));
      for (Future<@Nullable Void> append : executor.invokeAll(appends)) {
        append.get();
      }
    }
  }

  private @Nullable Void append(List<Draft> facts) throws Exception {
    List<TaggedEventMessage<?>> copies = new ArrayList<>();
    for (Draft fact : facts) {
      for (EventMessage copy : StreamedFact.copies(fact, keys)) {
        copies.add(new GenericTaggedEventMessage<>(copy, StreamedFact.tags(copy)));
      }
    }
    jpa.engine()
        .appendEvents(AppendCondition.none(), null, copies)
        .thenCompose(append -> append.commit(null))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return null;
  }

  private MessageStream.Single<CommandResultMessage> handle(
      CommandMessage message, ProcessingContext context) {
    var request = (Request<?>) Objects.requireNonNull(message.payload());
    var transaction = store.transaction(context);
    Decision decision = decide(request, new Streams(transaction, jpa.engine()));
    if (decision instanceof Decision.Accepted(var facts)) {
      facts.stream()
          .flatMap(fact -> StreamedFact.copies(fact, keys).stream())
          .forEach(transaction::appendEvent);
    }
    return MessageStream.fromFuture(
        CompletableFuture.completedFuture(new GenericCommandResultMessage(ANSWER, decision)));
  }

  private static <C> Decision decide(Request<C> request, Streams streams) {
    return Rounds.decide(request.kind().decider(), request.intent(), streams::facts);
  }

  /** The streams that one decision has read, each once. */
  private static final class Streams {

    private final EventStoreTransaction transaction;
    private final EventStorageEngine engine;
    private final Map<Tag, List<Fact>> read = new HashMap<>();

    Streams(EventStoreTransaction transaction, EventStorageEngine engine) {
      this.transaction = transaction;
      this.engine = engine;
    }

    Collection<Fact> facts(Boundary boundary) {
      List<Tag> named =
          boundary.criteria().stream().map(one -> one.tags().iterator().next()).toList();
      List<Tag> fresh = named.stream().distinct().filter(tag -> !read.containsKey(tag)).toList();
      fresh.forEach(tag -> read.put(tag, new ArrayList<>()));
      if (!fresh.isEmpty()) {
        SourcingCondition condition = condition(fresh);
        boolean first = fresh.size() == read.size();
        take(first ? transaction.source(condition) : engine.source(condition, null));
      }
      return named.stream()
          .flatMap(tag -> read.getOrDefault(tag, List.of()).stream())
          .filter(boundary::admits)
          .toList();
    }

    private static SourcingCondition condition(List<Tag> tags) {
      return SourcingCondition.conditionFor(
          EventCriteria.either(
              tags.stream()
                  .<EventCriteria>map(tag -> EventCriteria.havingTags(StreamedFact.stream(tag)))
                  .toList()));
    }

    private void take(MessageStream<? extends EventMessage> stream) {
      stream
          .filter(entry -> entry.getResource(ConsistencyMarker.RESOURCE_KEY) == null)
          .reduce(
              read,
              (all, entry) -> {
                var fact = StreamedFact.of(entry.message());
                all.getOrDefault(fact.stream(), new ArrayList<>()).add(fact.fact());
                return all;
              })
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    }
  }
}
