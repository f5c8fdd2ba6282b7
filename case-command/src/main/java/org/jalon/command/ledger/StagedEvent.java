package org.jalon.command.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Hash;
import org.jspecify.annotations.Nullable;

/** An event turned into bytes, waiting for its position and time. */
record StagedEvent(
    String type,
    long typeHash,
    long effectiveDay,
    UUID id,
    byte[] tags,
    long[] tagHashes,
    byte[] metadata,
    byte[] payload,
    byte @Nullable [] sealed,
    byte @Nullable [] sealedHash) {

  /** Stands between name and version in a stored type. */
  static final char VERSION_MARK = '#';

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /**
   * @throws IllegalArgumentException if the name or version cannot be stored as type, or the day
   *     lies outside the years 1 to 9999
   */
  static StagedEvent of(
      UUID id,
      String name,
      String version,
      Collection<EventTag> tags,
      Map<String, String> metadata,
      PayloadFormat.Stored stored,
      TagHashes hashes) {
    requireStorable(name);
    requireStorable(version);
    LocalDate day = stored.effectiveDay();
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException(
          "effective day %s is outside %s to %s".formatted(day, FIRST_DAY, LAST_DAY));
    }
    return new StagedEvent(
        name + VERSION_MARK + version,
        hashes.type(name),
        day.toEpochDay(),
        id,
        TagBytes.write(tags),
        hashes.tags(tags),
        MetadataBytes.write(metadata),
        stored.clear(),
        stored.sealed(),
        stored.sealed() == null ? null : Hash.of(stored.sealed()));
  }

  EventRow at(long position, long recordedAt) {
    return new EventRow(
        position, type, effectiveDay, recordedAt, id, tags, metadata, payload, sealed, sealedHash);
  }

  /** Bytes it holds in the queue and takes in the tables, roughly. */
  long weight() {
    return 128L
        + type.length()
        + tags.length
        + 40L * tagHashes.length
        + metadata.length
        + payload.length
        + (sealed == null ? 0 : sealed.length);
  }

  private static void requireStorable(String text) {
    if (text.isEmpty() || text.indexOf(VERSION_MARK) >= 0 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "'%s' cannot name an event type or its version: it must not be empty nor hold %c or NUL"
              .formatted(text, VERSION_MARK));
    }
  }
}
