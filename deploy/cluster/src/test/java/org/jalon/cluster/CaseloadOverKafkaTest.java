package org.jalon.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jalon.command.relay.Relay;
import org.jalon.command.wiring.LedgerFeed;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.kafka.KafkaEventFeed;
import org.junit.jupiter.api.Test;

/** Ledger, relay, broker, feed and view, and what breaks on the way. */
final class CaseloadOverKafkaTest {

  @Test
  void the_view_ends_as_if_it_had_read_the_ledger_whatever_is_killed() throws Exception {
    try (var scratch = new ScratchLedger();
        var feed = new KafkaEventFeed(scratch.id(), Broker.shared().access());
        var direct = CaseloadDesk.besideLedger(new LedgerFeed(scratch.ledger()));
        var overKafka = new CaseloadDesk(feed)) {
      record(scratch, Casework.workforce());
      ChildJvm killed = RelayProgram.start(scratch);
      record(scratch, Casework.cases(0, 30));
      killed.kill9();

      try (Relay relay = Relays.started(scratch.ledger())) {
        record(scratch, Casework.cases(30, 50));
        Broker.shared().kill9();
        record(scratch, Casework.cases(50, 70));
        Broker.shared().restart();
        Relays.awaitRelayed(relay, scratch.head());
        new Topic(scratch.id()).repeat();
        record(scratch, Casework.cases(70, 80));

        direct.awaitReached(scratch.head());
        overKafka.awaitReached(scratch.head());
      }

      assertThat(overKafka.rows()).isEqualTo(direct.rows()).hasSizeGreaterThan(300);
      assertThat(overKafka.answer())
          .usingRecursiveComparison()
          .ignoringCollectionOrder() // tables read without an order
          .isEqualTo(direct.answer());
      assertThat(feed.head()).isEqualTo(scratch.head());
    }
  }

  @Test
  void a_batch_that_is_delivered_to_two_processes_counts_once() throws Exception {
    try (var scratch = new ScratchLedger();
        var first = new KafkaEventFeed(scratch.id(), Broker.shared().access());
        var second = new KafkaEventFeed(scratch.id(), Broker.shared().access());
        Relay relay = Relays.started(scratch.ledger());
        var direct = CaseloadDesk.besideLedger(new LedgerFeed(scratch.ledger()));
        var one = new CaseloadDesk(first);
        var other = one.again(second)) {
      record(scratch, Casework.workforce());
      record(scratch, Casework.cases(0, 30));
      Relays.awaitRelayed(relay, scratch.head());

      direct.awaitReached(scratch.head());
      one.awaitReached(scratch.head());
      other.awaitReached(scratch.head());

      assertThat(one.rows()).isEqualTo(direct.rows());
      assertThat(one.view().failure()).isEmpty();
      assertThat(other.view().failure()).isEmpty();
    }
  }

  @Test
  void a_view_is_rebuilt_from_the_topic_beside_the_live_one() throws Exception {
    try (var scratch = new ScratchLedger();
        var feed = new KafkaEventFeed(scratch.id(), Broker.shared().access());
        Relay relay = Relays.started(scratch.ledger());
        var desk = new CaseloadDesk(feed)) {
      record(scratch, Casework.workforce());
      record(scratch, Casework.cases(0, 20));
      Relays.awaitRelayed(relay, scratch.head());
      desk.awaitReached(scratch.head());
      List<String> before = desk.rows();

      Views.rebuild(desk.view());

      assertThat(desk.rows()).isEqualTo(before);
    }
  }

  private static void record(ScratchLedger scratch, List<Event[]> batches) {
    batches.forEach(scratch::record);
  }
}
