package org.jalon.command.wiring;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.KeyUnavailable;
import org.jalon.kernel.wire.SubjectKey;

/**
 * Tells whether a repeated command id comes with the same body. The fingerprint of a command on a
 * case is keyed from the case's secret and dies with it; other commands hold no text about people.
 */
final class Fingerprints {

  private final KeyStore keys;

  Fingerprints(KeyStore keys) {
    this.keys = keys;
  }

  /** What is stored beside the facts of a command. */
  String of(Optional<CaseId> subject, byte[] body) {
    return subject.map(id -> keys.keyOf(id).fingerprint(body)).orElseGet(() -> plain(body));
  }

  /**
   * Whether a stored fingerprint is of this body; yes if its key was destroyed, because nobody can
   * tell any more.
   */
  boolean fits(String stored, byte[] body) {
    Optional<String> keyId = SubjectKey.keyIdOf(stored);
    if (keyId.isEmpty()) {
      return stored.equals(plain(body));
    }
    KeyStore.KeyState state = keys.states(List.of(keyId.get())).get(keyId.get());
    return switch (state) {
      case KeyStore.Live(var key) -> stored.equals(key.fingerprint(body));
      case KeyStore.Destroyed _ -> true;
      case null ->
          throw new KeyUnavailable(
              "key %s is not in the key store; restore it from its backup".formatted(keyId.get()));
    };
  }

  private static String plain(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }
}
