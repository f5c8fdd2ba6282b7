package org.jalon.kernel.feed.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The newest committed records of a topic, found from its end. */
public final class TopicTail {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(500);
  private static final long SHORT = 4;
  private static final long LONGER = 16;

  private final Consumer<byte[], byte[]> consumer;
  private final RelayTopic topic;
  private final RelayFormat format;
  private final long end = System.nanoTime() + PATIENCE.toNanos();

  private TopicTail(Consumer<byte[], byte[]> consumer, RelayTopic topic) {
    this.consumer = consumer;
    this.topic = topic;
    this.format = new RelayFormat(topic);
  }

  /**
   * The last record of a kind in every partition, by partition; empty where there is none.
   *
   * @param consumer of which the assignment changes
   * @throws BrokenTopic if a record is not of the format
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer within 10 s, or
   *     there is no such topic
   */
  public static <R extends RelayRecord> List<Optional<R>> last(
      Consumer<byte[], byte[]> consumer, RelayTopic topic, Class<R> kind) {
    return new TopicTail(consumer, topic).last(kind);
  }

  /** The partitions of the topic, in order. */
  static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, RelayTopic topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic.name());
    if (known == null || known.isEmpty()) {
      throw new UnknownTopicOrPartitionException(
          "there is no topic %s (yet); the relay creates it".formatted(topic.name()));
    }
    return known.stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()))
        .sorted(Comparator.comparing(TopicPartition::partition))
        .toList();
  }

  private <R extends RelayRecord> List<Optional<R>> last(Class<R> kind) {
    List<TopicPartition> all = partitions(consumer, topic);
    consumer.assign(all);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    var found = new HashMap<TopicPartition, R>();
    Set<TopicPartition> open = new HashSet<>(all);
    open.removeIf(
        partition -> begins.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
    for (long back = SHORT; !open.isEmpty(); back *= LONGER) {
      long length = back;
      consumer.assign(open);
      open.forEach(
          partition ->
              consumer.seek(
                  partition,
                  Math.max(
                      begins.getOrDefault(partition, 0L),
                      ends.getOrDefault(partition, 0L) - length)));
      readTo(ends, open, kind, found);
      open.removeIf(
          partition ->
              found.containsKey(partition)
                  || ends.getOrDefault(partition, 0L) - length
                      <= begins.getOrDefault(partition, 0L));
    }
    return all.stream().map(partition -> Optional.ofNullable(found.get(partition))).toList();
  }

  private <R extends RelayRecord> void readTo(
      Map<TopicPartition, Long> ends,
      Collection<TopicPartition> open,
      Class<R> kind,
      Map<TopicPartition, R> found) {
    while (open.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
      if (System.nanoTime() - end > 0) {
        throw new TimeoutException("the end of %s was not read in time".formatted(topic.name()));
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(STEP)) {
        RelayRecord read = format.read(record);
        if (kind.isInstance(read)) {
          found.put(new TopicPartition(record.topic(), record.partition()), kind.cast(read));
        }
      }
    }
  }
}
