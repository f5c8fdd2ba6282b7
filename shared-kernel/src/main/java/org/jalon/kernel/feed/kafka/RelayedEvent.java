package org.jalon.kernel.feed.kafka;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger stores it, on its way to readers; what was sealed stays sealed.
 *
 * @param previous position of the event before it in the same partition, 0 for the first
 * @param previousChainHash of the batch that holds that one; zeros for the first
 * @param name stored name, without version
 * @param recordedAt in microseconds
 * @param tags as stored, sorted by key, then value
 * @param clear stored bytes
 * @param sealed stored bytes; null when nothing was sealed
 * @param chainHash of the batch it was recorded in
 */
public record RelayedEvent(
    long position,
    long previous,
    byte[] previousChainHash,
    String name,
    int version,
    LocalDate day,
    Instant recordedAt,
    UUID eventId,
    List<Tag> tags,
    Map<String, String> metadata,
    byte[] clear,
    byte @Nullable [] sealed,
    byte[] chainHash)
    implements RelayRecord {

  /**
   * Names a subject.
   *
   * @param key the kind of subject
   */
  public record Tag(String key, String value) {

    @Override
    public String toString() {
      return key + ":" + value;
    }
  }

  @Override
  public long last() {
    return position;
  }

  @Override
  public byte[] lastChainHash() {
    return chainHash;
  }
}
