package org.jalon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jalon.command.relay.Relay;
import org.jalon.command.relay.RelayState;
import org.jalon.kernel.feed.HistoryForked;
import org.jalon.kernel.feed.kafka.KafkaEventFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another history under the same name is noticed at once, by relay and view. */
final class ForkedHistoryTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void a_relay_over_an_older_copy_of_the_ledger_stops_and_writes_nothing() throws Exception {
    try (var scratch = new ScratchLedger();
        var copy = scratch.twin()) {
      relay(scratch, 10);
      long relayed = scratch.head();
      var topic = new Topic(scratch.id());
      int before = topic.raw().size();
      Casework.workforce().forEach(copy::record);

      try (Relay relay = Relays.started(copy.ledger())) {
        awaitForked(relay, relayed);
      }
      Casework.cases(10, 40).forEach(copy::record);
      assertThat(copy.head()).isGreaterThan(relayed);
      try (Relay relay = Relays.started(copy.ledger())) {
        awaitForked(relay, relayed);
      }

      assertThat(topic.raw()).hasSize(before);
    }
  }

  @Test
  void a_relay_whose_ledger_loses_its_tail_stops() throws Exception {
    try (var scratch = new ScratchLedger();
        Relay relay = Relays.started(scratch.ledger())) {
      Casework.workforce().forEach(scratch::record);
      Relays.awaitRelayed(relay, scratch.head());
      long relayed = scratch.head();
      scratch.loseAfter(relayed - 2);

      awaitForked(relay, relayed);
    }
  }

  @Test
  void a_view_over_a_topic_of_another_history_stops() throws Exception {
    try (var scratch = new ScratchLedger();
        var copy = scratch.twin();
        var feed = new KafkaEventFeed(scratch.id(), Broker.shared().access())) {
      relay(scratch, 10);
      var desk = new CaseloadDesk(feed);
      desk.awaitReached(scratch.head());
      desk.close();
      List<String> rows = desk.rows();
      new Topic(scratch.id()).delete();
      relay(copy, 30);

      try (var restarted = desk.again(feed)) {
        Views.awaitForked(restarted.view(), scratch.head());
        assertThat(restarted.rows()).isEqualTo(rows);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 30})
  void a_view_notices_while_it_runs_that_the_topic_was_made_anew(int cases) throws Exception {
    try (var scratch = new ScratchLedger();
        var copy = scratch.twin();
        var feed = new KafkaEventFeed(scratch.id(), Broker.shared().access());
        var desk = new CaseloadDesk(feed)) {
      relay(scratch, 10);
      desk.awaitReached(scratch.head());
      new Topic(scratch.id()).delete();
      relay(copy, cases);

      Views.awaitForked(desk.view(), scratch.head());
    }
  }

  private static void relay(ScratchLedger scratch, int cases) {
    Casework.workforce().forEach(scratch::record);
    Casework.cases(0, cases).forEach(scratch::record);
    try (Relay relay = Relays.started(scratch.ledger())) {
      Relays.awaitRelayed(relay, scratch.head());
    }
  }

  private static void awaitForked(Relay relay, long position) {
    await().atMost(PATIENCE).until(() -> relay.state().kind() == RelayState.Kind.STOPPED);
    assertThat(relay.state().trouble())
        .isInstanceOf(HistoryForked.class)
        .hasMessageContaining("HISTORY_FORKED")
        .hasMessageContaining("position " + position);
  }
}
