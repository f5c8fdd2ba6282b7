package org.jalon.command.ledger.chain;

/**
 * The hash chain over batches, format 1.
 *
 * <p>A chain hash is SHA-256 over the format byte {@code 01} and then, each behind its length in
 * four bytes: the ledger id in UTF-8, the chain hash of the batch before (32 bytes), first and last
 * position, the time recorded in microseconds since 1970-01-01T00:00Z (eight bytes each, the
 * highest first) and the Merkle root (32 bytes). The genesis is SHA-256 over the format byte and
 * the ledger id behind its length.
 */
public final class Chain {

  /** The first byte under every leaf, chain and genesis hash. */
  public static final byte FORMAT = 1;

  private Chain() {}

  /** The chain hash of position 0, before any event. */
  public static byte[] genesis(String ledger) {
    return new Hash().raw(FORMAT).field(ledger).done();
  }

  /** The chain hash of a batch that follows another. */
  public static byte[] next(
      String ledger, byte[] previous, long first, long last, long recordedAt, byte[] root) {
    return new Hash()
        .raw(FORMAT)
        .field(ledger)
        .field(previous)
        .field(first)
        .field(last)
        .field(recordedAt)
        .field(root)
        .done();
  }
}
