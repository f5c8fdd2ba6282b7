package org.jalon.kernel.feed.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.UnknownEvent;
import org.jspecify.annotations.Nullable;

/** Reads on from one position over a consumer of its own; for one thread at a time. */
final class Cursor implements AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final RelayFormat format;
  private final List<TopicPartition> partitions;
  private final Merge merge;
  private final Pages pages;
  private long position;
  private @Nullable BrokenTopic trouble;
  private long heard = System.nanoTime();
  private boolean proven;

  private Cursor(
      Consumer<byte[], byte[]> consumer,
      RelayTopic topic,
      Decoding decoding,
      List<TopicPartition> partitions,
      Merge merge) {
    this.consumer = consumer;
    this.format = new RelayFormat(topic);
    this.partitions = partitions;
    this.merge = merge;
    this.pages = new Pages(merge, decoding);
    this.position = merge.passed();
  }

  /** Opens one behind a position; owns the consumer from then on. */
  static Cursor after(
      long position, Consumer<byte[], byte[]> consumer, RelayTopic topic, Decoding decoding) {
    List<TopicPartition> partitions = TopicTail.partitions(consumer, topic);
    consumer.assign(partitions);
    // Ends first: what is written between the two questions is then found by the second.
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, @Nullable OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(), _ -> RelayFormat.timestamp(position + 1))));
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp first = found.get(partition);
      consumer.seek(partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
    }
    var merge = new Merge(position, partitions.size());
    return new Cursor(consumer, topic, decoding, partitions, merge);
  }

  /** The last position that was given. */
  long position() {
    return position;
  }

  /** Whether it has answered before, so that trouble now means that the topic has changed. */
  boolean proven() {
    return proven;
  }

  /**
   * The events that follow; where a page is full, it ends with a whole batch of the ledger if it
   * can.
   *
   * @param end until when the first one is waited for, by {@link System#nanoTime}
   * @throws UnknownEvent if the first is not known here
   * @throws BrokenTopic if the topic lacks records
   * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked
   */
  List<Recorded> next(int most, long end) {
    List<Recorded> page = pages.next(most);
    while (page.isEmpty()) {
      requireWhole();
      long left = Math.max(0, end - System.nanoTime());
      poll(Duration.ofNanos(left));
      page = pages.next(most);
      if (left == 0 && page.isEmpty()) {
        requireWhole();
        proven = true;
        breakSilence();
        return page;
      }
    }
    proven = true;
    position = page.getLast().position();
    return page;
  }

  private void requireWhole() {
    if (trouble != null) {
      throw trouble;
    }
    merge.requireNext();
  }

  private void poll(Duration patience) {
    for (TopicPartition partition : partitions) {
      if (merge.full(partition.partition())) {
        consumer.pause(List.of(partition));
      } else {
        consumer.resume(List.of(partition));
      }
    }
    var records = consumer.poll(patience);
    if (!records.isEmpty()) {
      heard = System.nanoTime();
    }
    try {
      records.forEach(record -> merge.accept(record.partition(), format.read(record)));
    } catch (BrokenTopic e) {
      // Told of once what came before it was given.
      trouble = e;
    }
  }

  /** A consumer says nothing when brokers are away or a topic was deleted: it must be asked. */
  private void breakSilence() {
    if (System.nanoTime() - heard < SILENCE.toNanos()) {
      return;
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
    for (TopicPartition partition : partitions) {
      if (ends.getOrDefault(partition, 0L) < consumer.position(partition, ANSWER)) {
        throw new BrokenTopic("%s ends before what was read of it".formatted(partition));
      }
    }
    heard = System.nanoTime();
  }

  @Override
  public void close() {
    KafkaAccess.close(consumer);
  }
}
