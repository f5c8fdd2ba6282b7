package org.jalon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jalon.command.relay.Relay;
import org.jalon.command.relay.RelayState;
import org.jalon.command.wiring.RelayHealth;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.feed.kafka.BrokenTopic;
import org.jalon.kernel.feed.kafka.KafkaEventFeed;
import org.jalon.kernel.feed.kafka.RelayRecord;
import org.jalon.kernel.feed.kafka.RelayedEvent;
import org.jalon.kernel.feed.kafka.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the relay writes, and what becomes of it when it is disturbed. */
final class RelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ScratchLedger scratch = new ScratchLedger();
  private final Topic topic = new Topic(scratch.id());
  private final KafkaEventFeed feed = new KafkaEventFeed(scratch.id(), Broker.shared().access());

  @AfterEach
  void close() {
    feed.close();
    scratch.close();
  }

  @Test
  void what_is_said_of_one_case_is_in_one_partition_in_order() throws Exception {
    relayed(20);

    Map<String, List<ConsumerRecord<byte[], byte[]>>> byKey = new HashMap<>();
    topic.raw().stream()
        .filter(record -> record.key() != null)
        .forEach(record -> byKey.computeIfAbsent(key(record), _ -> new ArrayList<>()).add(record));

    assertThat(byKey).hasSize(20 + 5 + 2).containsKeys("case:c-0", "post:p-4", "territory:north");
    byKey.forEach(
        (key, records) -> {
          assertThat(records.stream().map(ConsumerRecord::partition).distinct()).as(key).hasSize(1);
          assertThat(records.stream().map(r -> topic.format().read(r)))
              .as(key)
              .extracting(RelayRecord::position)
              .isSorted();
        });
    assertThat(byKey.get("case:c-1")).hasSize(6);
  }

  @Test
  void every_event_is_written_once_as_it_is_stored_and_stays_sealed() throws Exception {
    relayed(10);

    List<RelayedEvent> events =
        topic.records(Relays.PARTITIONS).stream()
            .flatMap(List::stream)
            .filter(RelayedEvent.class::isInstance)
            .map(RelayedEvent.class::cast)
            .toList();
    assertThat(events)
        .extracting(RelayedEvent::position)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, scratch.head()).boxed().toList());
    for (RelayedEvent event : events) {
      var stored = scratch.ledger().read(event.position() - 1, 1).getFirst();
      assertThat(event.clear()).isEqualTo(stored.clear());
      assertThat(event.sealed()).isEqualTo(stored.sealed());
      assertThat(event.metadata()).isEqualTo(stored.metadata());
      assertThat(event.recordedAt()).isEqualTo(stored.recordedAt());
      assertThat(event.chainHash()).isEqualTo(stored.chainHash());
    }
    assertThat(events).anyMatch(event -> event.sealed() != null);
    for (var record : topic.raw()) {
      String text = new String(value(record), StandardCharsets.ISO_8859_1);
      assertThat(text + record.headers()).doesNotContain(Casework.CANARY);
    }
  }

  @Test
  void every_partition_is_told_how_far_it_is_whole_also_without_events() throws Exception {
    try (Relay relay = Relays.started(scratch.ledger())) {
      scratch.record(Casework.workforce().getFirst()[0]);
      Relays.awaitRelayed(relay, 1);

      var health = new RelayHealth(relay).health();
      assertThat(health.getStatus()).isEqualTo(Status.UP);
      assertThat(health.getDetails())
          .isEqualTo(Map.of("state", RelayState.Kind.RELAYING, "position", 1L, "lag", 0L));
    }

    List<List<RelayRecord>> partitions = topic.records(Relays.PARTITIONS);
    assertThat(partitions)
        .allSatisfy(
            records -> {
              assertThat(records.getFirst().position()).isZero();
              assertThat(records.getLast()).isInstanceOf(Watermark.class);
              assertThat(records.getLast().position()).isEqualTo(1);
            });
    assertThat(partitions.stream().mapToInt(List::size).sum()).isEqualTo(2 * 3 + 1);
    assertThat(feed.after(0, 10, PATIENCE)).hasSize(1);
    assertThat(feed.head()).isEqualTo(1);
  }

  @Test
  void what_was_written_twice_is_read_once() throws Exception {
    relayed(10);
    topic.repeat();
    try (Relay relay = Relays.started(scratch.ledger())) {
      Casework.cases(10, 20).forEach(scratch::record);
      Relays.awaitRelayed(relay, scratch.head());
    }

    assertThat(read(0)).extracting(Recorded::position).containsExactlyElementsOf(all());
    assertThat(feed.chainHashAt(20).orElseThrow())
        .isEqualTo(scratch.ledger().chainHashAt(20).orElseThrow());
  }

  @Test
  void of_two_relays_one_works_and_the_other_takes_over() throws Exception {
    try (Relay first = Relays.started(scratch.ledger())) {
      Casework.workforce().forEach(scratch::record);
      Relays.awaitRelayed(first, scratch.head());
      try (Relay second = Relays.started(scratch.ledger())) {
        await().atMost(PATIENCE).until(() -> Relays.works(second));
        Casework.cases(0, 40).forEach(scratch::record);
        Relays.awaitRelayed(second, scratch.head());
        await().atMost(PATIENCE).until(() -> first.state().kind() == RelayState.Kind.STANDING_BY);
      }
      Casework.cases(40, 60).forEach(scratch::record);
      Relays.awaitRelayed(first, scratch.head());
      assertThat(Relays.works(first)).isTrue();
    }

    assertThat(read(0)).extracting(Recorded::position).containsExactlyElementsOf(all());
  }

  @Test
  void a_topic_that_would_lose_records_is_refused() throws Exception {
    topic.create(Relays.PARTITIONS, Map.of("retention.ms", "604800000"));

    try (Relay relay = Relays.started(scratch.ledger())) {
      await().atMost(PATIENCE).until(() -> relay.state().kind() == RelayState.Kind.STOPPED);

      assertThat(relay.state().trouble())
          .isInstanceOf(BrokenTopic.class)
          .hasMessageContaining("retention.ms=604800000")
          .hasMessageContaining("set it to -1");
      assertThat(new RelayHealth(relay).health().getStatus()).isEqualTo(Status.DOWN);
    }
    assertThat(topic.raw()).isEmpty();
  }

  @Test
  void a_topic_that_was_given_more_partitions_is_refused() throws Exception {
    relayed(2);
    topic.widen(Relays.PARTITIONS + 1);

    try (Relay relay = Relays.started(scratch.ledger())) {
      await().atMost(PATIENCE).until(() -> relay.state().kind() == RelayState.Kind.STOPPED);

      assertThat(relay.state().trouble())
          .isInstanceOf(BrokenTopic.class)
          .hasMessageContaining("begun with other than 4 partitions");
    }
  }

  private void relayed(int cases) {
    try (Relay relay = Relays.started(scratch.ledger())) {
      Casework.workforce().forEach(scratch::record);
      Casework.cases(0, cases).forEach(scratch::record);
      Relays.awaitRelayed(relay, scratch.head());
    }
  }

  private List<Recorded> read(long after) throws InterruptedException {
    List<Recorded> read = new ArrayList<>();
    long reached = after;
    while (reached < scratch.head()) {
      List<Recorded> page = feed.after(reached, 50, PATIENCE);
      assertThat(page).as("after %d", reached).isNotEmpty();
      read.addAll(page);
      reached = page.getLast().position();
    }
    return read;
  }

  private List<Long> all() {
    return LongStream.rangeClosed(1, scratch.head()).boxed().toList();
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  private static byte[] value(ConsumerRecord<byte[], byte[]> record) {
    return record.value() == null ? new byte[0] : record.value();
  }
}
