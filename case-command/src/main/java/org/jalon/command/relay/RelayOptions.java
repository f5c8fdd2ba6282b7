package org.jalon.command.relay;

import java.time.Duration;

/**
 * How a relay works.
 *
 * @param partitions of the topic, if it has to be created; never to be changed afterwards
 * @param replicas of each partition, if the topic has to be created; -1 for the brokers' default
 * @param batchEvents most events in one transaction, 1 to 100,000
 * @param poll at least so often the ledger's history is compared, also when nothing happens
 * @param takeover how long a relay that was displaced watches the topic stand still before it takes
 *     over again
 * @param longestPause between attempts when brokers or database are away
 */
public record RelayOptions(
    int partitions,
    short replicas,
    int batchEvents,
    Duration poll,
    Duration takeover,
    Duration longestPause) {

  /**
   * @throws IllegalArgumentException if a number is out of bounds or a duration not positive
   */
  public RelayOptions {
    if (partitions < 1 || batchEvents < 1 || batchEvents > 100_000) {
      throw new IllegalArgumentException(
          "%d partitions and batches of %d events cannot be; at least 1 partition, 1 to 100000 events"
              .formatted(partitions, batchEvents));
    }
    if (!poll.isPositive() || !takeover.isPositive() || !longestPause.isPositive()) {
      throw new IllegalArgumentException("poll, takeover and longest pause must be positive");
    }
  }

  /** 12 partitions, the brokers' replicas, 1,000 events, poll 1 s, takeover 10 s, pause 10 s. */
  public static RelayOptions defaults() {
    return new RelayOptions(
        12,
        (short) -1,
        1_000,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10));
  }
}
