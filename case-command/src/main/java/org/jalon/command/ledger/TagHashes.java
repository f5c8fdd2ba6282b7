package org.jalon.command.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jalon.command.ledger.chain.Hash;

/**
 * The fixed-width stand-ins under which tags and type names are indexed; equal texts have equal
 * hashes, and who acts on one checks the text.
 */
interface TagHashes {

  /** The first eight bytes, the highest first, of SHA-256: what the tables hold. */
  TagHashes SHA_256 =
      new TagHashes() {
        private static final byte NUL = 0;
        private static final int MOST_TYPES = 4_096;

        /** There are few types, and each event has one. */
        private final Map<String, Long> types = new ConcurrentHashMap<>();

        @Override
        public long tag(EventTag tag) {
          return head(new Hash().raw(utf8(tag.key())).raw(NUL).raw(utf8(tag.value())));
        }

        @Override
        public long type(String name) {
          Long known = types.get(name);
          if (known != null) {
            return known;
          }
          long type = head(new Hash().raw(utf8(name)));
          if (types.size() < MOST_TYPES) {
            types.put(name, type);
          }
          return type;
        }

        private static byte[] utf8(String text) {
          return text.getBytes(StandardCharsets.UTF_8);
        }

        private static long head(Hash hash) {
          return ByteBuffer.wrap(hash.done()).getLong();
        }
      };

  /** Of {@code key NUL value}. */
  long tag(EventTag tag);

  /** Of a type's name without its version. */
  long type(String name);

  /** Of each of the tags, sorted, equal ones once. */
  default long[] tags(Collection<EventTag> tags) {
    long[] hashes = new long[tags.size()];
    int length = 0;
    for (EventTag tag : tags) {
      hashes[length++] = tag(tag);
    }
    Arrays.sort(hashes);
    int distinct = Math.min(1, length);
    for (int i = 1; i < length; i++) {
      if (hashes[i] != hashes[i - 1]) {
        hashes[distinct++] = hashes[i];
      }
    }
    return distinct == length ? hashes : Arrays.copyOf(hashes, distinct);
  }
}
