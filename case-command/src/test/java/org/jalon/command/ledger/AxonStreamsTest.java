package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Axon is given beside its own contract: positions, both times, long streams, other nodes. */
class AxonStreamsTest {

  private static final Tag ANA = Tag.of("referent", "ana");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sourcedEventsCarryPositionAndBothTimes() {
    Ledger ledger = database.open(LedgerOptions.defaults().withClock(InstantSource.fixed(NOON)));
    Instant then = Instant.parse("2026-02-27T08:00:00Z");
    append(ledger, message("Other", then), message("Assigned", then, ANA));

    List<Entry<EventMessage>> entries = source(ledger, EventCriteria.havingTags(ANA));

    Entry<EventMessage> first = entries.getFirst();
    assertThat(first.getResource(PostgresEventStorageEngine.STORED))
        .isNotNull()
        .satisfies(
            stored -> {
              assertThat(stored.position()).isEqualTo(2);
              assertThat(stored.effectiveDay()).isEqualTo(LocalDate.of(2026, 2, 27));
              assertThat(stored.recordedAt())
                  .isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
              assertThat(stored.tags()).extracting(EventTag::value).containsExactly(ANA.value());
            });
    assertThat(first.message().timestamp()).isEqualTo(then);
    assertThat(first.message().type()).isEqualTo(new MessageType("Assigned", "1"));
    assertThat(first.message().metadata()).containsExactly(Map.entry("actor", "local"));
    assertThat(entries).hasSize(2);
  }

  @Test
  void recordedTimeNeverGoesBack() {
    List<Instant> times =
        new ArrayList<>(List.of(NOON, NOON.minusSeconds(60), NOON.plusSeconds(1)));
    Ledger ledger = database.open(LedgerOptions.defaults().withClock(times::removeFirst));
    for (int i = 0; i < 3; i++) {
      append(ledger, message("E", NOON));
    }

    assertThat(ledger.read(0, 10))
        .extracting(StoredEvent::recordedAt)
        .containsExactly(
            Instant.parse("2026-03-01T12:00:00.123456Z"),
            Instant.parse("2026-03-01T12:00:00.123456Z"),
            Instant.parse("2026-03-01T12:00:01.123456Z"));
  }

  @Test
  void aLongHistoryIsSourcedInOneStreamWithItsMarkerLast() {
    Ledger ledger = database.open();
    append(
        ledger,
        IntStream.range(0, 2_500)
            .mapToObj(i -> message("E" + i, NOON, ANA))
            .toArray(TaggedEventMessage<?>[]::new));

    List<Entry<EventMessage>> entries = source(ledger, EventCriteria.havingTags(ANA));

    assertThat(entries).hasSize(2_501);
    assertThat(entries.get(2_499).message().type().name()).isEqualTo("E2499");
    assertThat(entries.getLast().getResource(ConsistencyMarker.RESOURCE_KEY)).isNotNull();
  }

  @Test
  void streamsAreWokenByAnotherNode() {
    Ledger here = database.open();
    Ledger there = database.open();
    List<String> seen = new ArrayList<>();
    MessageStream<EventMessage> stream =
        there.engine().stream(StreamingCondition.startingFrom(null), null);
    stream.setCallback(
        () -> {
          synchronized (seen) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
              seen.add(next.get().message().type().name());
            }
          }
        });

    append(here, message("One", NOON));
    append(here, message("Two", NOON));

    await().atMost(Duration.ofSeconds(5)).until(() -> List.copyOf(seen).size() == 2);
    assertThat(seen).containsExactly("One", "Two");
    stream.close();
    assertThat(stream.isCompleted()).isTrue();
  }

  @Test
  void whatCannotBeStoredIsRefusedBeforeItIsQueued() {
    PostgresEventStorageEngine engine = database.open().engine();
    var noUuid =
        new GenericEventMessage("e-1", new MessageType("E", "1"), new byte[0], Map.of(), NOON);
    var object =
        new GenericEventMessage(
            UUID.randomUUID().toString(), new MessageType("E", "1"), 42, Map.of(), NOON);

    assertThatThrownBy(
            () -> Appends.get(engine.appendEvents(AppendCondition.none(), null, tagged(noUuid))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e-1");
    assertThatThrownBy(
            () -> Appends.get(engine.appendEvents(AppendCondition.none(), null, tagged(object))))
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void anAppendIsCommittedAtMostOnce() {
    PostgresEventStorageEngine engine = database.open().engine();
    AppendTransaction<?> rolledBack = staged(engine, message("E", NOON));
    rolledBack.rollback(null);
    AppendTransaction<?> committed = staged(engine, message("E", NOON));
    Appends.get(committed.commit(null));
    committed.rollback(null);

    assertThatThrownBy(() -> Appends.get(rolledBack.commit(null)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Appends.get(committed.commit(null)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<Entry<EventMessage>> source(Ledger ledger, EventCriteria criteria) {
    return Appends.get(
        ledger
            .engine()
            .source(SourcingCondition.conditionFor(criteria), null)
            .reduce(
                new ArrayList<>(),
                (entries, entry) -> {
                  entries.add(entry);
                  return entries;
                }));
  }

  private static void append(Ledger ledger, TaggedEventMessage<?>... messages) {
    Appends.get(staged(ledger.engine(), messages).commit(null));
  }

  private static AppendTransaction<?> staged(
      PostgresEventStorageEngine engine, TaggedEventMessage<?>... messages) {
    return Appends.get(engine.appendEvents(AppendCondition.none(), null, List.of(messages)));
  }

  private static TaggedEventMessage<?> message(String name, Instant timestamp, Tag... tags) {
    return tagged(
        new GenericEventMessage(
            UUID.randomUUID().toString(),
            new MessageType(name, "1"),
            new byte[] {1},
            Map.of("actor", "local"),
            timestamp),
        tags);
  }

  private static TaggedEventMessage<?> tagged(EventMessage message, Tag... tags) {
    return new GenericTaggedEventMessage<>(message, Set.of(tags));
  }
}
