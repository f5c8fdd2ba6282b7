package org.jalon.kernel.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random topics, read in random turns: everything once and in order, or a refusal. */
final class MergeTest {

  private static final int ROUNDS = 300;

  private final Random random = new Random(20261122);

  @Test
  void however_partitions_are_read_everything_is_handed_on_once_and_in_order() {
    for (int round = 0; round < ROUNDS; round++) {
      int partitions = 1 + random.nextInt(5);
      int events = random.nextInt(60);
      List<List<RelayRecord>> topic = topic(partitions, events);
      long start = random.nextInt(events + 1);

      assertThat(read(topic, start))
          .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, events).boxed().toList());
    }
  }

  @Test
  void what_is_repeated_is_handed_on_once() {
    for (int round = 0; round < ROUNDS; round++) {
      int events = 1 + random.nextInt(60);
      List<List<RelayRecord>> topic = topic(3, events);
      for (List<RelayRecord> lane : topic) {
        int from = random.nextInt(lane.size());
        int to = from + random.nextInt(lane.size() - from + 1);
        lane.addAll(to, List.copyOf(lane.subList(from, to)));
      }

      assertThat(read(topic, 0))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
    }
  }

  @Test
  void what_is_missing_is_never_passed_over() {
    for (int round = 0; round < ROUNDS; round++) {
      int events = 1 + random.nextInt(60);
      List<List<RelayRecord>> topic = topic(3, events);
      List<RelayRecord> lane =
          topic.stream()
              .filter(l -> l.stream().anyMatch(MergeTest::isEvent))
              .findAny()
              .orElseThrow();
      RelayRecord lost = lane.stream().filter(MergeTest::isEvent).findAny().orElseThrow();
      lane.remove(lost);

      assertThatExceptionOfType(BrokenTopic.class).isThrownBy(() -> read(topic, 0));
    }
  }

  @Test
  void without_the_last_watermark_of_a_partition_nothing_behind_it_is_handed_on() {
    for (int round = 0; round < ROUNDS; round++) {
      List<List<RelayRecord>> topic = topic(3, 40);
      List<RelayRecord> lane = topic.get(random.nextInt(3));
      while (lane.getLast() instanceof Watermark) {
        lane.removeLast();
      }
      while (!lane.isEmpty() && !(lane.getLast() instanceof Watermark)) {
        lane.removeLast();
      }
      long whole = lane.isEmpty() ? 0 : lane.getLast().position();

      assertThat(read(topic, 0))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, whole).boxed().toList());
    }
  }

  /** Takes records from partitions in random turns; hands on whatever can be. */
  private List<Long> read(List<List<RelayRecord>> topic, long start) {
    var merge = new Merge(start, topic.size());
    var next = new int[topic.size()];
    var handedOn = new ArrayList<Long>();
    int left = topic.stream().mapToInt(List::size).sum();
    while (left > 0) {
      int partition = random.nextInt(topic.size());
      List<RelayRecord> lane = topic.get(partition);
      if (next[partition] < lane.size()) {
        merge.accept(partition, lane.get(next[partition]++));
        left--;
      }
      for (RelayedEvent event = merge.peek(); event != null; event = merge.peek()) {
        handedOn.add(event.position());
        merge.pass();
      }
      merge.requireNext();
    }
    return handedOn;
  }

  /** As a relay writes it: batches of random length, then a watermark in every partition. */
  private List<List<RelayRecord>> topic(int partitions, int events) {
    List<List<RelayRecord>> topic =
        IntStream.range(0, partitions).<List<RelayRecord>>mapToObj(_ -> new ArrayList<>()).toList();
    var last = new long[partitions];
    long position = 0;
    mark(topic, last, 0);
    while (position < events) {
      long end = Math.min(events, position + 1 + random.nextInt(8));
      while (position < end) {
        position++;
        int partition = random.nextInt(partitions);
        topic.get(partition).add(event(position, last[partition]));
        last[partition] = position;
      }
      mark(topic, last, position);
    }
    return topic;
  }

  private static void mark(List<List<RelayRecord>> topic, long[] last, long position) {
    for (int partition = 0; partition < topic.size(); partition++) {
      long before = last[partition];
      topic
          .get(partition)
          .add(new Watermark(position, before, chain(before), chain(position), topic.size()));
    }
  }

  private static boolean isEvent(RelayRecord record) {
    return record instanceof RelayedEvent;
  }

  private static RelayedEvent event(long position, long previous) {
    return new RelayedEvent(
        position,
        previous,
        chain(previous),
        "E",
        1,
        LocalDate.EPOCH,
        Instant.EPOCH,
        new UUID(0, position),
        List.of(),
        Map.of(),
        new byte[0],
        null,
        chain(position));
  }

  private static byte[] chain(long position) {
    return ByteBuffer.allocate(32).putLong(position).array();
  }
}
