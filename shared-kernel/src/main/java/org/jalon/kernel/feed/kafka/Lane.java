package org.jalon.kernel.feed.kafka;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One partition as a reader has read it: drops what is repeated, proves by the links between
 * records that nothing is missing, keeps what is not yet handed on.
 */
final class Lane {

  private static final int OVERHEAD = 512;

  private final Queue<RelayedEvent> waiting = new ArrayDeque<>();
  private final int partitions;
  private final long start;
  private long last;
  private byte @Nullable [] lastChainHash;
  private long reached;
  private long bytes;

  /**
   * @param start position after which is read; what the partition held up to there is not known
   * @param partitions how many the topic has
   */
  Lane(long start, int partitions) {
    this.start = start;
    this.partitions = partitions;
    last = start;
    reached = start;
  }

  /**
   * Takes the next record of the partition.
   *
   * @throws BrokenTopic if records are missing before it, or it continues another history
   */
  void accept(RelayRecord record) {
    switch (record) {
      case RelayedEvent event -> accept(event);
      case Watermark mark -> accept(mark);
    }
  }

  private void accept(RelayedEvent event) {
    if (event.position() <= Math.max(last, reached)) {
      return;
    }
    requireLink(event, event.previous(), event.previousChainHash());
    link(event);
    waiting.add(event);
    bytes += weight(event);
  }

  private void accept(Watermark mark) {
    if (mark.partitions() != partitions) {
      throw new BrokenTopic(
          "the watermark at position %d was written for %d partitions, but there are %d: subjects would change theirs; delete the topic and have it relayed anew"
              .formatted(mark.position(), mark.partitions(), partitions));
    }
    if (mark.position() <= reached) {
      return;
    }
    requireLink(mark, mark.last(), mark.lastChainHash());
    link(mark);
    reached = mark.position();
  }

  private void link(RelayRecord record) {
    last = record.last();
    lastChainHash = record.lastChainHash();
  }

  private void requireLink(RelayRecord record, long before, byte[] beforeChainHash) {
    boolean first = lastChainHash == null;
    if (first ? before > start : before != last) {
      throw new BrokenTopic(
          "before position %d the partition held position %d, but %d was the last one read; delete the topic and have it relayed anew"
              .formatted(record.position(), before, last));
    }
    if (!first && !Arrays.equals(beforeChainHash, lastChainHash)) {
      throw new BrokenTopic(
          "before position %d the partition held position %d of another history than was read; compare the histories, then delete the topic and have it relayed anew"
              .formatted(record.position(), before));
    }
  }

  /** Up to here everything of the partition was read. */
  long reached() {
    return reached;
  }

  /** The next event to hand on, if any was read. */
  @Nullable RelayedEvent peek() {
    return waiting.peek();
  }

  /** Hands the next event on. */
  void pass() {
    RelayedEvent event = waiting.remove();
    bytes -= weight(event);
  }

  /** What is kept, roughly. */
  long bytes() {
    return bytes;
  }

  private static long weight(RelayedEvent event) {
    byte[] sealed = event.sealed();
    return OVERHEAD + event.clear().length + (sealed == null ? 0 : sealed.length);
  }
}
