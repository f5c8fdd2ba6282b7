package org.jalon.command.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Micros;
import org.jspecify.annotations.Nullable;

/**
 * One event as it leaves the ledger.
 *
 * @param position in the ledger's one order, from 1, without gaps
 * @param name of the event's type, without version
 * @param version of the event's type
 * @param effectiveDay from when it holds in the world
 * @param recordedAt when its batch was recorded, in microseconds; never before that of an earlier
 *     position
 * @param tags sorted by key, then value
 * @param clear what the payload format left readable
 * @param sealed what the payload format sealed; null when nothing was sealed or it was removed
 * @param chainHash of the batch it was recorded in (32 bytes); empty where it was looked up by tags
 *     or types to be decided upon
 */
public record StoredEvent(
    long position,
    String name,
    String version,
    LocalDate effectiveDay,
    Instant recordedAt,
    UUID eventId,
    List<EventTag> tags,
    Map<String, String> metadata,
    byte[] clear,
    byte @Nullable [] sealed,
    byte[] chainHash) {

  static StoredEvent of(EventRow row, byte[] chainHash) {
    int mark = row.type().lastIndexOf(StagedEvent.VERSION_MARK);
    if (mark < 0) {
      throw new IllegalArgumentException(
          "the type '%s' stored at position %d has no version; check the ledger's integrity"
              .formatted(row.type(), row.position()));
    }
    return new StoredEvent(
        row.position(),
        row.type().substring(0, mark),
        row.type().substring(mark + 1),
        LocalDate.ofEpochDay(row.effectiveDay()),
        Micros.instant(row.recordedAt()),
        row.id(),
        TagBytes.read(row.tags()),
        MetadataBytes.read(row.metadata()),
        row.payload(),
        row.sealed(),
        chainHash);
  }
}
