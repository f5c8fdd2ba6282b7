package org.jalon.kernel.feed.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds one position in a topic by Kafka's index of timestamps. */
final class TopicSearch {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(500);

  private TopicSearch() {}

  /**
   * The record at a position: its event, or a watermark that ends there; empty beyond what is
   * written.
   *
   * @throws BrokenTopic if records reach beyond the position and none is at it
   * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked
   */
  static Optional<RelayRecord> at(
      long position, Consumer<byte[], byte[]> consumer, RelayTopic topic) {
    Map<TopicPartition, Long> offsets = offsetsFrom(position, consumer, topic);
    if (offsets.isEmpty()) {
      return Optional.empty();
    }
    consumer.assign(offsets.keySet());
    offsets.forEach(consumer::seek);
    List<RelayRecord> firsts = firstFrom(position, consumer, topic, offsets.keySet());
    Optional<RelayRecord> found =
        firsts.stream().filter(record -> record.position() == position).findFirst();
    if (found.isEmpty() && !firsts.isEmpty()) {
      throw new BrokenTopic(
          "%s reaches beyond position %d and does not hold it; delete the topic and have it relayed anew"
              .formatted(topic.name(), position));
    }
    return found;
  }

  private static Map<TopicPartition, Long> offsetsFrom(
      long position, Consumer<byte[], byte[]> consumer, RelayTopic topic) {
    List<TopicPartition> partitions = TopicTail.partitions(consumer, topic);
    Map<TopicPartition, @Nullable OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream()
                .collect(
                    Collectors.toMap(Function.identity(), _ -> RelayFormat.timestamp(position))));
    var offsets = new HashMap<TopicPartition, Long>();
    found.forEach(
        (partition, first) -> {
          if (first != null) {
            offsets.put(partition, first.offset());
          }
        });
    return offsets;
  }

  /**
   * The first record at or beyond the position in each partition, if it has one. Kafka's index
   * knows what was aborted too: earlier positions, written again, may be committed behind it.
   */
  private static List<RelayRecord> firstFrom(
      long position,
      Consumer<byte[], byte[]> consumer,
      RelayTopic topic,
      Set<TopicPartition> partitions) {
    var format = new RelayFormat(topic);
    var firsts = new HashMap<TopicPartition, RelayRecord>();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (partitions.stream()
        .anyMatch(p -> !firsts.containsKey(p) && consumer.position(p) < ends.getOrDefault(p, 0L))) {
      if (System.nanoTime() - end > 0) {
        throw new TimeoutException("a position in %s was not read in time".formatted(topic.name()));
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(STEP)) {
        RelayRecord read = format.read(record);
        if (read.position() >= position) {
          firsts.putIfAbsent(new TopicPartition(record.topic(), record.partition()), read);
        }
      }
    }
    return List.copyOf(firsts.values());
  }
}
