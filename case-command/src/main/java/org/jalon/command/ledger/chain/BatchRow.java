package org.jalon.command.ledger.chain;

import java.util.Arrays;

/**
 * One batch as stored: what it spans, its root and its link in the chain.
 *
 * @param first position of its first event; 0 for the genesis
 * @param last position of its last event
 * @param recordedAt microseconds since 1970-01-01T00:00Z, the same for all its events
 */
public record BatchRow(long first, long last, byte[] root, byte[] chain, long recordedAt) {

  /** What stands before the first event of a ledger. */
  public static BatchRow genesis(String ledger) {
    return new BatchRow(0, 0, new MerkleTree().root(), Chain.genesis(ledger), 0);
  }

  /** The chain hash it must have behind that of the batch before. */
  public byte[] chainBehind(String ledger, byte[] previous) {
    return Chain.next(ledger, previous, first, last, recordedAt, root);
  }

  /** Whether it ends at the same position of the same history. */
  public boolean sameAs(BatchRow other) {
    return last == other.last && Arrays.equals(chain, other.chain);
  }

  /** Whether the head is the end of this batch. */
  public boolean endsAt(Head head) {
    return last == head.position() && Arrays.equals(chain, head.chainHash());
  }

  /** The ledger's head when this is the last one. */
  public Head head() {
    return new Head(last, chain, Micros.instant(recordedAt));
  }
}
