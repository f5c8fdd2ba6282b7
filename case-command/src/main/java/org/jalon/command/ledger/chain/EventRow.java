package org.jalon.command.ledger.chain;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as stored, byte for byte, and the leaf it makes in its batch's tree.
 *
 * <p>The leaf hash is SHA-256 over the leaf prefix {@code 00} (RFC 9162), the format byte {@code
 * 01} and then, each behind its length in four bytes: position (eight bytes, the highest first),
 * type (UTF-8 of {@code name#version}), effective day (days since 1970-01-01, eight bytes), time
 * recorded (microseconds since then, eight bytes), event id (16 bytes), tags, metadata and clear
 * payload as stored, and the SHA-256 of the sealed bytes; length zero when nothing was sealed.
 *
 * @param effectiveDay days since 1970-01-01
 * @param recordedAt microseconds since 1970-01-01T00:00Z
 * @param sealed null when nothing was sealed, or when the sealed bytes were removed or left out
 * @param sealedHash SHA-256 of the sealed bytes, null when nothing was sealed
 */
public record EventRow(
    long position,
    String type,
    long effectiveDay,
    long recordedAt,
    UUID id,
    byte[] tags,
    byte[] metadata,
    byte[] payload,
    byte @Nullable [] sealed,
    byte @Nullable [] sealedHash) {

  private static final byte LEAF = 0x00;
  private static final byte[] NOTHING = {};

  public byte[] leafHash() {
    return new Hash()
        .raw(LEAF, Chain.FORMAT)
        .field(position)
        .field(type)
        .field(effectiveDay)
        .field(recordedAt)
        .field(idBytes())
        .field(tags)
        .field(metadata)
        .field(payload)
        .field(sealedHash == null ? NOTHING : sealedHash)
        .done();
  }

  /** Bytes of the fields that may be long. */
  public long storedBytes() {
    return (long) tags.length
        + metadata.length
        + payload.length
        + (sealed == null ? 0 : sealed.length);
  }

  private byte[] idBytes() {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
