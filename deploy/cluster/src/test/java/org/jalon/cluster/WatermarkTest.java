package org.jalon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.feed.kafka.BrokenTopic;
import org.jalon.kernel.feed.kafka.KafkaEventFeed;
import org.jalon.kernel.feed.kafka.RelayedEvent;
import org.jalon.kernel.feed.kafka.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader concludes from watermarks, in topics of two partitions written by hand. */
final class WatermarkTest {

  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final LedgerId ledger = new LedgerId("by_hand_" + TOPICS.incrementAndGet());
  private final Topic topic = new Topic(ledger);
  private final KafkaEventFeed feed = new KafkaEventFeed(ledger, Broker.shared().access());

  @BeforeEach
  void create() throws Exception {
    topic.create(2, Map.of());
    topic.write(List.of(mark(0, 0, 0), mark(1, 0, 0)));
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void a_missing_watermark_holds_readers_back() throws Exception {
    topic.write(List.of(event(0, 1, 0), event(1, 2, 0), mark(0, 2, 1)));
    assertThat(feed.head()).isZero();
    assertThat(feed.after(0, 10, SHORT)).isEmpty();

    topic.write(List.of(mark(1, 2, 2)));

    assertThat(feed.after(0, 10, PATIENCE)).extracting(Recorded::position).containsExactly(1L, 2L);
    assertThat(feed.head()).isEqualTo(2);
  }

  @Test
  void a_partition_without_events_holds_nobody_back() throws Exception {
    topic.write(List.of(event(0, 1, 0), event(0, 2, 1), mark(0, 2, 2), mark(1, 2, 0)));

    assertThat(feed.after(0, 10, PATIENCE)).extracting(Recorded::position).containsExactly(1L, 2L);
  }

  @Test
  void an_event_that_is_missing_stops_readers() throws Exception {
    topic.write(List.of(event(0, 1, 0), mark(0, 1, 1), mark(1, 1, 0)));
    assertThat(feed.after(0, 10, PATIENCE)).hasSize(1);
    topic.write(List.of(event(0, 3, 2), mark(0, 3, 3), mark(1, 3, 0)));

    // Of the topic in which it was at first, it must be known whether its history is the same.
    assertThatExceptionOfType(FeedUnavailable.class).isThrownBy(() -> feed.after(1, 10, PATIENCE));
    assertBroken(1, "before position 3 the partition held position 2, but 1 was");
  }

  @Test
  void an_event_that_no_partition_has_stops_readers() throws Exception {
    topic.write(List.of(event(0, 1, 0), event(1, 3, 0), mark(0, 3, 1), mark(1, 3, 3)));

    assertThat(feed.after(0, 10, PATIENCE)).hasSize(1);
    assertThatExceptionOfType(FeedUnavailable.class).isThrownBy(() -> feed.after(1, 10, PATIENCE));
    assertBroken(1, "no partition holds position 2");
  }

  @Test
  void an_event_of_another_history_is_not_read_behind_those_of_this_one() throws Exception {
    topic.write(List.of(event(0, 1, 0), mark(0, 1, 1), mark(1, 1, 0)));
    assertThat(feed.after(0, 10, PATIENCE)).hasSize(1);
    var foreign = new Watermark(2, 1, chain(7), chain(8), 2);
    topic.write(List.of(topic.format().write(0, foreign)));

    assertThatExceptionOfType(FeedUnavailable.class)
        .isThrownBy(() -> feed.after(1, 10, PATIENCE))
        .withMessageContaining("of another history");
  }

  @Test
  void a_position_is_found_behind_what_was_aborted() throws Exception {
    List<ProducerRecord<byte[], byte[]>> lost =
        List.of(event(0, 1, 0), event(0, 2, 1), event(0, 3, 2), mark(0, 3, 3));
    topic.abort(lost);
    topic.write(lost);
    topic.write(List.of(mark(1, 3, 0)));

    for (long position = 1; position <= 3; position++) {
      assertThat(feed.chainHashAt(position).orElseThrow()).isEqualTo(chain(position));
    }
    assertThat(feed.chainHashAt(4)).isEmpty();
  }

  @Test
  void what_was_only_aborted_is_not_there() throws Exception {
    topic.abort(List.of(event(0, 1, 0), event(0, 2, 1), mark(0, 2, 2)));

    assertThat(feed.chainHashAt(2)).isEmpty();
  }

  @Test
  void a_watermark_of_other_partitions_stops_readers() throws Exception {
    var foreign = new Watermark(1, 0, chain(0), chain(1), 3);
    topic.write(List.of(topic.format().write(0, foreign)));

    assertBroken(0, "written for 3 partitions, but there are 2");
  }

  @Test
  void a_record_of_somebody_else_stops_readers() throws Exception {
    var foreign = new ProducerRecord<>(name(), 0, 1L << 60, new byte[] {1}, new byte[] {1});
    topic.write(List.of(foreign));

    assertBroken(0, "the header jalon-format is missing");
  }

  private void assertBroken(long after, String why) {
    assertThatExceptionOfType(BrokenTopic.class)
        .isThrownBy(() -> feed.after(after, 10, PATIENCE))
        .withMessageContaining(why);
  }

  private String name() {
    return "jalon." + ledger + ".events";
  }

  private ProducerRecord<byte[], byte[]> mark(int partition, long position, long last) {
    return topic
        .format()
        .write(partition, new Watermark(position, last, chain(last), chain(position), 2));
  }

  private ProducerRecord<byte[], byte[]> event(int partition, long position, long previous) {
    return topic
        .format()
        .write(
            partition,
            "case:c-1",
            new RelayedEvent(
                position,
                previous,
                chain(previous),
                "AdhesionGiven",
                1,
                ScratchLedger.DAY.value(),
                Instant.EPOCH,
                new UUID(0, position),
                List.of(new RelayedEvent.Tag("case", "c-1")),
                MemoryFeed.stamp(ScratchLedger.DAY).toMetadata(),
                "{\"caseId\":\"c-1\"}".getBytes(StandardCharsets.UTF_8),
                null,
                chain(position)));
  }

  /** Each event is a batch of its own. */
  private static byte[] chain(long position) {
    byte[] hash = new byte[32];
    hash[31] = (byte) position;
    return hash;
  }
}
