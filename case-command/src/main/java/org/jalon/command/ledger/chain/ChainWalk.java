package org.jalon.command.ledger.chain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Follows batches and their events in order and stops at the first position that does not fit: the
 * event's own where its batch has a list of leaf hashes, the first of the batch in batches from
 * before there were such lists.
 */
public final class ChainWalk {

  private final String ledger;
  private final Anchors anchors;
  private BatchRow batch;
  private boolean listed;
  private byte @Nullable [] leaves;
  private MerkleTree tree = new MerkleTree();
  private long position;
  private long events;
  private long batches;
  private long sealedChecked;
  private long sealedByHash;

  /**
   * @param before what the first batch must follow; taken for granted
   * @param listed whether that batch has a list of leaf hashes, so that all behind it must
   * @param anchors what is known from elsewhere
   */
  public ChainWalk(String ledger, BatchRow before, boolean listed, Anchors anchors) {
    this.ledger = ledger;
    this.anchors = anchors;
    this.listed = listed;
    batch = before;
    position = before.last();
  }

  /**
   * Takes the next batch, whose events must follow one by one.
   *
   * @param leafHashes of its events, one behind the other; null in batches from before there were
   *     such lists
   */
  public void batch(BatchRow next, byte @Nullable [] leafHashes) throws Broken {
    finish();
    refuseUnlessNext(next);
    if (listed && leafHashes == null) {
      throw new Broken(
          next.first(), "the batch at %d has lost its leaf hashes".formatted(next.first()));
    }
    if (!listed && leafHashes != null && batch.last() == 0) {
      throw new Broken(0, "the genesis has lost its list of leaf hashes, which is empty");
    }
    anchors.passed(next);
    batch = next;
    leaves = leafHashes;
    listed = leafHashes != null;
    tree = new MerkleTree();
    batches++;
  }

  private void refuseUnlessNext(BatchRow next) throws Broken {
    long first = batch.last() + 1;
    if (next.first() != first) {
      throw new Broken(
          Math.min(first, next.first()),
          "no batch begins at position %d; the next begins at %d".formatted(first, next.first()));
    }
    if (next.last() < next.first() || next.recordedAt() < batch.recordedAt()) {
      throw new Broken(
          first, "the batch at %d ends or is recorded before it begins".formatted(first));
    }
    if (!Arrays.equals(next.chain(), next.chainBehind(ledger, batch.chain()))) {
      throw new Broken(
          first,
          "the batch at %d does not follow the batch before by its chain hash".formatted(first));
    }
  }

  /** Takes the next event of the batch. */
  public void event(EventRow event) throws Broken {
    long expected = position + 1;
    if (event.position() != expected || expected > batch.last()) {
      throw new Broken(
          Math.min(expected, event.position()),
          "position %d follows position %d".formatted(event.position(), position));
    }
    if (event.recordedAt() != batch.recordedAt()) {
      throw new Broken(expected, "the event at %d has not its batch's time".formatted(expected));
    }
    sealed(event);
    leaf(event.leafHash(), expected);
    position = expected;
    events++;
  }

  private void sealed(EventRow event) throws Broken {
    byte[] sealed = event.sealed();
    byte[] sealedHash = event.sealedHash();
    if (sealedHash != null && sealedHash.length != Hash.LENGTH) {
      throw new Broken(
          event.position(), "the hash of what is sealed at %d is none".formatted(event.position()));
    }
    if (sealed != null) {
      if (!Arrays.equals(Hash.of(sealed), sealedHash)) {
        throw new Broken(
            event.position(),
            "the sealed bytes at %d do not fit their hash".formatted(event.position()));
      }
      sealedChecked++;
    } else if (sealedHash != null) {
      sealedByHash++;
    }
  }

  private void leaf(byte[] leaf, long expected) throws Broken {
    byte[] list = leaves;
    if (list != null) {
      long from = (expected - batch.first()) * Hash.LENGTH;
      if (from + Hash.LENGTH > list.length
          || !Arrays.equals(list, (int) from, (int) from + Hash.LENGTH, leaf, 0, Hash.LENGTH)) {
        throw new Broken(
            expected, "the event at %d does not fit its leaf hash".formatted(expected));
      }
    }
    tree.add(leaf);
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

  /** How many events fit so far. */
  public long events() {
    return events;
  }

  /** What was seen, in a sentence. */
  public String found() {
    return "%d events in %d batches fit their hashes; sealed bytes checked for %d, by their hash only for %d"
        .formatted(events, batches, sealedChecked, sealedByHash);
  }

  private void finish() throws Broken {
    if (position < batch.last()) {
      throw new Broken(position + 1, "no event at position %d".formatted(position + 1));
    }
    if (batches == 0) {
      anchors.passed(batch);
      return;
    }
    byte[] list = leaves;
    if (!Arrays.equals(tree.root(), batch.root())) {
      throw new Broken(
          batch.first(),
          "an event in %d to %d does not fit the root of its batch"
              .formatted(batch.first(), batch.last()));
    }
    if (list != null && list.length != (batch.last() - batch.first() + 1) * Hash.LENGTH) {
      throw new Broken(
          batch.first(),
          "the batch at %d has more leaf hashes than events".formatted(batch.first()));
    }
  }
}
