package org.jalon.kernel.feed.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.jalon.kernel.LedgerId;

/**
 * The topic that carries a ledger's events.
 *
 * @param ledger whose
 */
public record RelayTopic(LedgerId ledger) {

  /** Its name, {@code jalon.<ledger>.events}. */
  public String name() {
    return "jalon." + ledger + ".events";
  }

  /** The partition of a key, as Kafka's own producers choose it; the same for ever. */
  public static int partitionOf(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
