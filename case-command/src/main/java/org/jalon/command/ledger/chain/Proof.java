package org.jalon.command.ledger.chain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That one event belongs to a ledger: its leaf, the path to the root of its batch, and the batches
 * behind that one up to a signed checkpoint.
 *
 * @param event without its sealed bytes
 * @param path from the leaf's neighbour to the root's child
 * @param before the batch that the event's batch follows; only last position and chain hash count
 * @param batch that holds the event
 * @param links the batches behind it up to the checkpoint's position, in order; their chain hashes
 *     are recomputed
 * @param checkpoint null when none could be given
 */
public record Proof(
    String ledger,
    EventRow event,
    byte[] leafHash,
    List<byte[]> path,
    BatchRow before,
    BatchRow batch,
    List<BatchRow> links,
    @Nullable Checkpoint checkpoint) {

  /** Where the event's leaf is in its batch, from 0. */
  public long leafIndex() {
    return event.position() - batch.first();
  }

  /** How many leaves its batch has. */
  public long treeSize() {
    return batch.last() - batch.first() + 1;
  }

  /**
   * Recomputes everything.
   *
   * @return what was shown, in sentences
   * @throws Broken if something does not fit
   */
  public String verify(Trust trust) throws Broken {
    long position = event.position();
    if (!Arrays.equals(event.leafHash(), leafHash)) {
      throw new Broken(position, "the event does not fit its leaf hash");
    }
    if (position < batch.first()
        || position > batch.last()
        || batch.first() != before.last() + 1
        || event.recordedAt() != batch.recordedAt()) {
      throw new Broken(position, "the event is not one of its batch");
    }
    if (!Arrays.equals(InclusionPath.root(leafHash, leafIndex(), treeSize(), path), batch.root())) {
      throw new Broken(position, "the path does not lead from the event to the root of its batch");
    }
    BatchRow end = followed();
    String shown =
        "the event at %d is leaf %d of %d in the batch of %d to %d"
            .formatted(position, leafIndex(), treeSize(), batch.first(), batch.last());
    return shown + ", " + signed(end, trust);
  }

  /** The last batch, with its chain hash as recomputed from the event's batch on. */
  private BatchRow followed() throws Broken {
    byte[] chain = batch.chainBehind(ledger, before.chain());
    if (!Arrays.equals(chain, batch.chain())) {
      throw new Broken(batch.first(), "the batch does not follow the one before by its chain hash");
    }
    BatchRow end = batch;
    for (BatchRow link : links) {
      if (link.first() != end.last() + 1) {
        throw new Broken(
            end.last() + 1, "no batch begins at position %d".formatted(end.last() + 1));
      }
      chain = link.chainBehind(ledger, chain);
      end = new BatchRow(link.first(), link.last(), link.root(), chain, link.recordedAt());
    }
    return end;
  }

  private String signed(BatchRow end, Trust trust) throws Broken {
    if (checkpoint == null) {
      if (!trust.keys().isEmpty()) {
        throw new Broken(
            event.position(),
            "no checkpoint signed by the key given is in the proof; export from the event's"
                + " position to a signed checkpoint instead");
      }
      return "whose chain hash no checkpoint signs here: compare it with one kept elsewhere";
    }
    if (!checkpoint.rightlySigned() || !trust.trusts(checkpoint)) {
      throw new Broken(
          event.position(),
          "the checkpoint is not signed by key %s%s"
              .formatted(checkpoint.keyId(), trust.trusts(checkpoint) ? "" : " that was given"));
    }
    if (!checkpoint.ledger().equals(ledger)
        || checkpoint.position() != end.last()
        || !Arrays.equals(checkpoint.chain(), end.chain())) {
      throw new Broken(
          event.position(),
          "the batches from the event on do not lead to the checkpoint of position %d"
              .formatted(checkpoint.position()));
    }
    return "%d batches before the checkpoint of position %d, signed %s by key %s; %s"
        .formatted(
            links.size(),
            checkpoint.position(),
            Micros.instant(checkpoint.signedAt()),
            checkpoint.keyId(),
            trust.sentence());
  }
}
