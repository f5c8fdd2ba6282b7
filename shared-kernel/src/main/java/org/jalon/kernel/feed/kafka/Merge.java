package org.jalon.kernel.feed.kafka;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the partitions into the ledger's one order: an event is handed on when the watermarks of
 * all partitions cover it and the one before it was handed on.
 */
final class Merge {

  private static final long MOST_KEPT = 8 * 1024 * 1024;

  private final List<Lane> lanes;
  private long passed;

  /**
   * @param start position after which is read
   */
  Merge(long start, int partitions) {
    passed = start;
    lanes = IntStream.range(0, partitions).mapToObj(_ -> new Lane(start, partitions)).toList();
  }

  /**
   * @throws BrokenTopic if the record does not follow those before it
   */
  void accept(int partition, RelayRecord record) {
    lanes.get(partition).accept(record);
  }

  /** The last position handed on. */
  long passed() {
    return passed;
  }

  /** The next event, if it may be handed on. */
  @Nullable RelayedEvent peek() {
    Lane lane = passed < low() ? laneOfNext() : null;
    return lane == null ? null : lane.peek();
  }

  /**
   * Makes sure that nothing is missing where nothing can be handed on.
   *
   * @throws BrokenTopic if all partitions claim to be whole and none has the next event
   */
  void requireNext() {
    if (passed < low() && laneOfNext() == null) {
      throw new BrokenTopic(
          "no partition holds position %d, though all are said to be whole up to %d; delete the topic and have it relayed anew"
              .formatted(passed + 1, low()));
    }
  }

  /** Hands on what {@link #peek} gave. */
  void pass() {
    Lane lane = laneOfNext();
    if (lane == null) {
      throw new IllegalStateException("nothing was given to be handed on");
    }
    lane.pass();
    passed++;
  }

  /** Whether a partition has so much waiting for others that no more of it should be read. */
  boolean full(int partition) {
    Lane lane = lanes.get(partition);
    return lane.reached() > low() && lane.bytes() > MOST_KEPT;
  }

  private long low() {
    long low = Long.MAX_VALUE;
    for (Lane lane : lanes) {
      low = Math.min(low, lane.reached());
    }
    return low;
  }

  private @Nullable Lane laneOfNext() {
    for (Lane lane : lanes) {
      RelayedEvent first = lane.peek();
      if (first != null && first.position() == passed + 1) {
        return lane;
      }
    }
    return null;
  }
}
