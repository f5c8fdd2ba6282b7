package org.jalon.command.wiring;

import java.nio.file.Path;
import org.jalon.kernel.LedgerId;

/**
 * Where an installation keeps what belongs in no table: the surroundings bring it as a bean.
 *
 * @param path exists, readable by its owner only
 */
public record DataDirectory(Path path) {

  /**
   * Holds the wrapping key, the import key, and the key and file of checkpoints; part of every
   * backup, apart from the database.
   */
  public Path keys() {
    return path.resolve("keys");
  }

  /** The key that signs checkpoints of ledgers. */
  public Path checkpointKey() {
    return keys().resolve("checkpoint.key");
  }

  /** The checkpoints signed of a ledger, one line each. */
  public Path checkpoints(LedgerId ledger) {
    return keys().resolve("checkpoints-%s.jsonl".formatted(ledger));
  }

  /** Holds uploads while they are read. */
  public Path imports() {
    return path.resolve("imports");
  }
}
