package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;
import static org.jalon.command.ledger.Appends.having;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jalon.command.ledger.chain.Head;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An older copy of the ledger takes the place of the one that was known. */
class HistoryTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestLedger database = new TestLedger();
  private final Ledger ledger = database.open();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsGoneIsNoticedWithoutBeingAskedAndToldUntilTheEnd() throws Exception {
    for (int i = 0; i < 10; i++) {
      append(ledger, event("E" + i), event("F" + i));
    }

    loseAfter(12);

    await().atMost(SOON).until(() -> ledger.fork().isPresent());
    Fork fork = ledger.fork().orElseThrow();
    assertThat(fork.first()).isEqualTo(13);
    assertThat(fork.last()).isEqualTo(20);
    assertThat(fork.head().position()).isEqualTo(12);
    assertThat(ledger.awaitBeyond(12, Duration.ofMillis(10))).isEqualTo(12);

    append(ledger, event("Another"));
    loseAfter(8);
    await().atMost(SOON).until(() -> ledger.fork().orElseThrow().first() == 9);
    assertThat(ledger.fork().orElseThrow().exact()).isTrue();
    assertThat(ledger.fork().orElseThrow().last()).isEqualTo(20);
    assertThat(ledger.forks()).isEqualTo(2);
  }

  @Test
  void aHistoryThatOnlyGrowsIsNoFork() {
    Ledger other = database.open();
    for (int i = 0; i < 50; i++) {
      append(i % 2 == 0 ? ledger : other, event("E" + i));
    }

    assertThat(ledger.forks()).isZero();
    assertThat(other.forks()).isZero();
  }

  @Test
  void aStreamEndsWhereWhatItDeliveredIsGone() throws Exception {
    record("Kept");
    record("Lost");
    MessageStream<EventMessage> stream = stream(0);
    AtomicLong taken = new AtomicLong();
    await().atMost(SOON).until(() -> stream.next().isPresent() && taken.incrementAndGet() == 2);

    loseAfter(1);
    record("Other");
    record("Behind");

    await().atMost(SOON).until(() -> stream.error().isPresent());
    assertThat(stream.error()).containsInstanceOf(LedgerException.HistoryForked.class);
    assertThat(stream.next()).as("no mixture of two histories").isEmpty();
  }

  @Test
  void aStreamThatBeginsBehindWhatIsStillThereGoesOn() throws Exception {
    record("Kept");
    record("Lost");
    loseAfter(1);
    record("Other");

    MessageStream<EventMessage> stream = stream(1);

    await().atMost(SOON).until(() -> stream.peek().isPresent());
    assertThat(stream.next().orElseThrow().message().type().name()).isEqualTo("Other");
    assertThat(stream.error()).isEmpty();
  }

  @Test
  void aStreamBehindTheHeadHasNothingToFollow() {
    append(ledger, event("Only"));

    MessageStream<EventMessage> stream = stream(7);

    await().atMost(SOON).until(() -> stream.error().isPresent());
    assertThat(stream.error())
        .hasValueSatisfying(
            error -> assertThat(error).hasMessageContaining("HISTORY_FORKED", "position 7"));
  }

  @Test
  void whoHasReadWhatIsGoneIsRejectedAlsoWhenTheHeadIsBeyondIt() throws Exception {
    append(ledger, event("Kept"));
    append(ledger, event("Lost", ANA));
    Head read = ledger.head();
    Ledger other = database.open();
    loseAfter(1);
    for (int i = 0; i < 5; i++) {
      append(other, event("Other" + i, BEN));
    }

    var stale =
        ledger.append(
            List.of(event("Stale")), List.of(having(ANA)), read.position(), List.of(read));

    assertThat(get(stale)).isEmpty();
    Head now = ledger.head();
    var fresh =
        ledger.append(List.of(event("Fresh")), List.of(having(ANA)), now.position(), List.of(now));
    assertThat(get(fresh)).hasValue(7);
  }

  @Test
  void whoHasReadWhatIsGoneIsRejectedByANodeThatNeverKnewIt() throws Exception {
    append(ledger, event("Kept"));
    Ledger idle = database.open();
    append(ledger, event("Lost", ANA));
    Head read = ledger.head();
    loseAfter(1);
    append(ledger, event("Other", BEN), event("Other", BEN));

    var stale =
        idle.append(List.of(event("Stale")), List.of(having(ANA)), read.position(), List.of(read));

    assertThat(get(stale)).isEmpty();
  }

  private MessageStream<EventMessage> stream(long after) {
    var token = new GlobalSequenceTrackingToken(after);
    return ledger.engine().stream(StreamingCondition.startingFrom(token), null);
  }

  private void record(String name) {
    EventMessage message =
        new GenericEventMessage(
            UUID.randomUUID().toString(),
            new MessageType(name, "1"),
            new byte[8],
            Map.of(),
            Instant.EPOCH);
    TaggedEventMessage<?> untagged = new GenericTaggedEventMessage<>(message, Set.of());
    get(
        get(ledger.engine().appendEvents(AppendCondition.none(), null, List.of(untagged)))
            .commit(null));
  }

  private void loseAfter(long position) throws Exception {
    database.alter("DELETE FROM event_tag WHERE position > " + position);
    database.alter("DELETE FROM event WHERE position > " + position);
    database.alter("DELETE FROM batch WHERE first_position > " + position);
  }
}
