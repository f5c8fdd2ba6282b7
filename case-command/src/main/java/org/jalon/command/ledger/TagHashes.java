package org.jalon.command.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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

        @Override
        public long tag(EventTag tag) {
          return head(new Hash().raw(utf8(tag.key())).raw(NUL).raw(utf8(tag.value())));
        }

        @Override
        public long type(String name) {
          return head(new Hash().raw(utf8(name)));
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

  /** The same for many criteria that have types in common: each type's is kept. For one thread. */
  default TagHashes computedOnce() {
    TagHashes all = this;
    Map<String, Long> types = new HashMap<>();
    return new TagHashes() {
      @Override
      public long tag(EventTag tag) {
        return all.tag(tag);
      }

      @Override
      public long type(String name) {
        return types.computeIfAbsent(name, all::type);
      }
    };
  }
}
