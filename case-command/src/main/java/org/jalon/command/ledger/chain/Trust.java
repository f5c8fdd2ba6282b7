package org.jalon.command.ledger.chain;

import java.util.Arrays;
import java.util.List;

/**
 * Whose signatures count: those of the keys given, or, when none was, of whatever key a checkpoint
 * names itself, which shows only that it was not damaged.
 *
 * @param keys X.509 encodings of Ed25519 keys
 */
public record Trust(List<byte[]> keys) {

  /** Of any key. */
  public static Trust inAnyKey() {
    return new Trust(List.of());
  }

  /** Whether the key that a checkpoint names is one that counts. */
  public boolean trusts(Checkpoint checkpoint) {
    return keys.isEmpty()
        || keys.stream().anyMatch(key -> Arrays.equals(key, checkpoint.publicKey()));
  }

  /** What a right signature shows, in words. */
  public String sentence() {
    return keys.isEmpty()
        ? "signatures were checked only against the key named beside them; give the public key to"
            + " know whose they are"
        : "signatures were checked against the key given";
  }
}
