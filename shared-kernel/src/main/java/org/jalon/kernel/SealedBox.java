package org.jalon.kernel;

import java.util.Arrays;
import java.util.Objects;

/**
 * One sealed field of an event: authenticated encryption bound to its place.
 *
 * @param path the field, as a JSON pointer into the event
 * @param format version of this layout, 1
 * @param algorithm {@code A256GCM}
 * @param kind whose key seals it
 * @param visibility who may read it
 * @param keyId names the key by a value derived from its secret
 * @param nonce 12 bytes, never used twice with a key
 * @param ciphertext with its 16-byte tag
 */
public record SealedBox(
    String path,
    int format,
    String algorithm,
    Kind kind,
    Visibility visibility,
    String keyId,
    byte[] nonce,
    byte[] ciphertext) {

  /** Whose key seals a box. */
  public enum Kind {
    /** Name, contacts, birth: a key per person. */
    IDENTITY,
    /** Free text: a key per case. */
    NARRATIVE
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedBox that
        && path.equals(that.path)
        && format == that.format
        && algorithm.equals(that.algorithm)
        && kind == that.kind
        && visibility == that.visibility
        && keyId.equals(that.keyId)
        && Arrays.equals(nonce, that.nonce)
        && Arrays.equals(ciphertext, that.ciphertext);
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, keyId, Arrays.hashCode(nonce));
  }

  @Override
  public String toString() {
    return "SealedBox[%s, key %s]".formatted(path, keyId);
  }
}
