package org.jalon.command.ledger.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of the index of tags that an event must have: for each distinct tag its hash and that of
 * the type's name, eight bytes each, the highest first, in the order of the tags' hashes as signed
 * numbers. For one thread.
 */
final class TagIndex {

  private static final byte NUL = 0;
  private static final char VERSION_MARK = '#';

  private final Map<String, Long> types = new HashMap<>();

  /**
   * The rows of an event, one behind the other.
   *
   * @throws IllegalArgumentException if its type has no version or its tags are cut
   */
  byte[] of(EventRow event) {
    int mark = event.type().lastIndexOf(VERSION_MARK);
    if (mark < 0) {
      throw new IllegalArgumentException("the type '%s' has no version".formatted(event.type()));
    }
    long type = types.computeIfAbsent(event.type().substring(0, mark), TagIndex::typeHash);
    long[] tags = tagHashes(ByteBuffer.wrap(event.tags()));
    ByteBuffer rows = ByteBuffer.allocate(2 * Long.BYTES * tags.length);
    for (long tag : tags) {
      rows.putLong(tag).putLong(type);
    }
    return rows.array();
  }

  private static long[] tagHashes(ByteBuffer tags) {
    long[] hashes = new long[4];
    int count = 0;
    while (tags.hasRemaining()) {
      byte[] key = field(tags);
      byte[] value = field(tags);
      hashes = count == hashes.length ? Arrays.copyOf(hashes, 2 * count) : hashes;
      hashes[count++] = first(new Hash().raw(key).raw(NUL).raw(value));
    }
    return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
  }

  private static byte[] field(ByteBuffer tags) {
    int length = tags.remaining() < Integer.BYTES ? -1 : tags.getInt();
    if (length < 0 || length > tags.remaining()) {
      throw new IllegalArgumentException("the tags are cut or altered");
    }
    byte[] field = new byte[length];
    tags.get(field);
    return field;
  }

  private static long typeHash(String name) {
    return first(new Hash().raw(name.getBytes(StandardCharsets.UTF_8)));
  }

  private static long first(Hash hash) {
    return ByteBuffer.wrap(hash.done()).getLong();
  }
}
