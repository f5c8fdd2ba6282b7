package org.jalon.command.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jalon.command.ledger.chain.Head;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as Axon's event storage: tokens, markers and start positions are all "the last
 * position seen", so what follows them starts one behind.
 *
 * <p>Every event sourced or streamed carries its {@link #STORED} form in its context, with
 * position, effective day and time, and its tracking token; the message's own timestamp is what the
 * payload format makes it.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

  /**
   * Put into a processing context, it makes every source of that unit of work read up to this head
   * and no further: all its readings are of one moment, and the head is asked for once.
   */
  public static final Context.ResourceKey<Head> UP_TO =
      Context.ResourceKey.withLabel("Jalon ledger head");

  /** The event as stored; sourced events leave out the chain hash. */
  public static final ResourceKey<StoredEvent> STORED = ResourceKey.withLabel("stored");

  /** Bounded by bytes anyway. */
  private static final int PAGE = 16_384;

  /** The heads up to which a unit of work has read. */
  private static final ResourceKey<List<Head>> RESTS = ResourceKey.withLabel("rests");

  /** Each page looks up all criteria again, so it is large; its bytes are bounded anyway. */
  private static final int SOURCED_PAGE = 10_000;

  private final Ledger ledger;
  private final AxonTranslation translation;

  PostgresEventStorageEngine(Ledger ledger, AxonTranslation translation) {
    this.ledger = ledger;
    this.translation = translation;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Turns the events into bytes on this thread and fails with {@link IllegalArgumentException}
   * if one cannot be stored. Committing fails with {@code AppendEventsTransactionRejectedException}
   * on a conflict, else with a {@link LedgerException} that says whether anything was appended.
   */
  @Override
  public CompletableFuture<AppendTransaction<?>> appendEvents(
      AppendCondition condition,
      @Nullable ProcessingContext context,
      List<TaggedEventMessage<?>> events) {
    try {
      List<StagedEvent> staged = events.stream().map(translation::staged).toList();
      return CompletableFuture.completedFuture(
          new LedgerAppend(ledger, condition, translation, staged, rests(context)));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** {@inheritDoc} Reads the first events on this thread, at the head of the database. */
  @Override
  public MessageStream<EventMessage> source(
      SourcingCondition condition, @Nullable ProcessingContext context) {
    List<Criterion> criteria = translation.criteria(condition.criteria());
    long start = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
    Head upTo = context == null ? null : context.getResource(UP_TO);
    Supplier<Head> head = () -> noted(context, upTo == null ? ledger.head() : upTo);
    return new PagedStream(new Sourced(criteria, start, head), ledger.executor(), () -> {})
        .filled();
  }

  /** {@inheritDoc} A null position streams from the beginning. */
  @Override
  public MessageStream<EventMessage> stream(
      StreamingCondition condition, @Nullable ProcessingContext context) {
    List<Criterion> criteria = translation.criteria(condition.criteria());
    Criteria anyOf = new Criteria(criteria);
    Predicate<StoredEvent> wanted = event -> anyOf.match(event.name(), event.tags());
    return ledger.follow(new Streamed(wanted, positionOf(condition.position())));
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(token(0));
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    return CompletableFuture.supplyAsync(() -> token(ledger.head().position()), ledger.executor());
  }

  /** {@inheritDoc} Goes by when events were recorded, not by the messages' own timestamps. */
  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    return CompletableFuture.supplyAsync(() -> token(ledger.positionBefore(at)), ledger.executor());
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("ledger", ledger.id().value());
  }

  /** What a unit of work has read up to a head means nothing in another history. */
  private static Head noted(@Nullable ProcessingContext context, Head head) {
    List<Head> before = rests(context);
    if (context != null && !before.contains(head)) {
      context.putResource(RESTS, Stream.concat(before.stream(), Stream.of(head)).toList());
    }
    return head;
  }

  private static List<Head> rests(@Nullable ProcessingContext context) {
    List<Head> heads = context == null ? null : context.getResource(RESTS);
    return heads == null ? List.of() : heads;
  }

  private static long positionOf(@Nullable TrackingToken token) {
    return token == null ? 0 : Math.max(0, token.position().orElse(0));
  }

  private static TrackingToken token(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  private Entry<EventMessage> entry(StoredEvent event) {
    Context context =
        Context.with(STORED, event)
            .withResource(TrackingToken.RESOURCE_KEY, token(event.position()));
    return new SimpleEntry<>(translation.message(event), context);
  }

  private final class Sourced implements PagedStream.Pages {

    private final List<Criterion> criteria;
    private final Criteria anyOf;
    private long after;
    private final Supplier<Head> upTo;
    private long head = -1;

    Sourced(List<Criterion> criteria, long start, Supplier<Head> upTo) {
      this.criteria = criteria;
      this.upTo = upTo;
      anyOf = new Criteria(criteria);
      after = start;
    }

    @Override
    public PagedStream.Page next() {
      if (head < 0) {
        head = upTo.get().position();
      }
      List<Entry<EventMessage>> entries = new ArrayList<>();
      boolean last;
      do {
        EventTable.Page page = ledger.matching(criteria, after, head, SOURCED_PAGE);
        for (StoredEvent event : page.events()) {
          after = event.position();
          if (anyOf.match(event.name(), event.tags())) {
            entries.add(entry(event));
          }
        }
        last = page.last();
      } while (entries.isEmpty() && !last);
      if (last) {
        entries.add(end());
      }
      return new PagedStream.Page(entries, last);
    }

    private Entry<EventMessage> end() {
      ConsistencyMarker marker = new GlobalIndexConsistencyMarker(head);
      return new SimpleEntry<>(
          TerminalEventMessage.INSTANCE, Context.with(ConsistencyMarker.RESOURCE_KEY, marker));
    }
  }

  private final class Streamed implements PagedStream.Pages {

    private final Predicate<StoredEvent> wanted;
    private Place place;

    Streamed(Predicate<StoredEvent> wanted, long after) {
      this.wanted = wanted;
      place = new Place(after, null);
    }

    @Override
    public PagedStream.Page next() {
      List<Entry<EventMessage>> entries = new ArrayList<>();
      Place.Page page;
      do {
        page = ledger.behind(place, PAGE);
        place = page.end();
        for (StoredEvent event : page.events()) {
          if (wanted.test(event)) {
            entries.add(entry(event));
          }
        }
      } while (entries.isEmpty() && !page.events().isEmpty());
      return new PagedStream.Page(entries, false);
    }
  }
}
