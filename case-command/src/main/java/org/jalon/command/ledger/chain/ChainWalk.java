package org.jalon.command.ledger.chain;

import java.util.Arrays;

/** Follows batches and their events in order and stops at the first that does not fit. */
public final class ChainWalk {

  private final String ledger;
  private BatchRow batch;
  private MerkleTree tree = new MerkleTree();
  private long position;
  private long events;
  private long batches;
  private long sealedChecked;
  private long sealedByHash;

  /**
   * @param before what the first batch must follow; taken for granted
   */
  public ChainWalk(String ledger, BatchRow before) {
    this.ledger = ledger;
    batch = before;
    position = before.last();
  }

  /** Takes the next batch, whose events must follow one by one. */
  public void batch(BatchRow next) throws Broken {
    finish();
    long first = batch.last() + 1;
    if (next.first() != first) {
      throw new Broken(
          first,
          "no batch begins at position %d; the next begins at %d".formatted(first, next.first()));
    }
    if (next.last() < next.first() || next.recordedAt() < batch.recordedAt()) {
      throw new Broken(
          first, "the batch at %d ends or is recorded before it begins".formatted(first));
    }
    byte[] chain =
        Chain.next(
            ledger, batch.chain(), next.first(), next.last(), next.recordedAt(), next.root());
    if (!Arrays.equals(chain, next.chain())) {
      throw new Broken(
          first,
          "the batch at %d does not follow the batch before by its chain hash".formatted(first));
    }
    batch = next;
    tree = new MerkleTree();
    batches++;
  }

  /** Takes the next event of the batch. */
  public void event(EventRow event) throws Broken {
    long expected = position + 1;
    if (event.position() != expected || expected > batch.last()) {
      throw new Broken(
          Math.min(expected, event.position()),
          "position %d follows position %d".formatted(event.position(), position));
    }
    byte[] sealed = event.sealed();
    byte[] sealedHash = event.sealedHash();
    if (sealed != null) {
      if (!Arrays.equals(Hash.of(sealed), sealedHash)) {
        throw new Broken(
            expected, "the sealed bytes at %d do not fit their hash".formatted(expected));
      }
      sealedChecked++;
    } else if (sealedHash != null) {
      sealedByHash++;
    }
    if (event.recordedAt() != batch.recordedAt()) {
      throw new Broken(expected, "the event at %d has not its batch's time".formatted(expected));
    }
    tree.add(event.leafHash());
    position = expected;
    events++;
  }

  /** Where it arrived, all events of the last batch seen. */
  public BatchRow end() throws Broken {
    finish();
    return batch;
  }

  /** The last batch taken, whether or not its events were seen. */
  public BatchRow last() {
    return batch;
  }

  public String found() {
    return "%d events in %d batches fit their hashes; sealed bytes checked for %d, by their hash only for %d"
        .formatted(events, batches, sealedChecked, sealedByHash);
  }

  private void finish() throws Broken {
    if (position < batch.last()) {
      throw new Broken(position + 1, "no event at position %d".formatted(position + 1));
    }
    if (batches > 0 && !Arrays.equals(tree.root(), batch.root())) {
      throw new Broken(
          batch.first(),
          "an event in %d to %d does not fit the root of its batch"
              .formatted(batch.first(), batch.last()));
    }
  }
}
