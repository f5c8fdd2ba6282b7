package org.jalon.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Chain;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Proof;
import org.jspecify.annotations.Nullable;

/**
 * The proof that one event belongs to the ledger; hashes in hexadecimal, stored bytes in base64,
 * times in microseconds since 1970-01-01T00:00Z. {@code LedgerVerifier proof} reads it.
 *
 * @param leafIndex where the event is in its batch, from 0
 * @param treeSize how many events its batch has
 * @param path from the leaf's neighbour to the root's child, after RFC 9162, section 2.1.3
 * @param before the batch that the event's batch follows
 * @param links the batches behind it up to the checkpoint, whose chain hashes follow from it
 * @param checkpoint absent when none can be given
 * @param note what the proof does not reach; absent when it reaches a checkpoint
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProofBody(
    int format,
    String ledger,
    long position,
    String leafHash,
    Event event,
    long leafIndex,
    long treeSize,
    List<String> path,
    Before before,
    Batch batch,
    List<Link> links,
    @Nullable SignedBody checkpoint,
    @Nullable String note) {

  /** The fields under the leaf hash. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Event(
      long position,
      String type,
      LocalDate effectiveDay,
      long recordedAt,
      String id,
      String tags,
      String metadata,
      String payload,
      @Nullable String sealedHash) {}

  record Before(long position, String chainHash) {}

  record Batch(long first, long last, long recordedAt, String root, String chainHash) {}

  record Link(long first, long last, long recordedAt, String root) {}

  private static final String UNSIGNED =
      "no signed checkpoint lies close behind this event: compare the batch's chain hash with one"
          + " kept elsewhere, or export from this position on";

  static ProofBody of(Proof proof) {
    BatchRow batch = proof.batch();
    var checkpoint = proof.checkpoint();
    return new ProofBody(
        Chain.FORMAT,
        proof.ledger(),
        proof.event().position(),
        hex(proof.leafHash()),
        event(proof.event()),
        proof.leafIndex(),
        proof.treeSize(),
        proof.path().stream().map(ProofBody::hex).toList(),
        new Before(proof.before().last(), hex(proof.before().chain())),
        new Batch(
            batch.first(), batch.last(), batch.recordedAt(), hex(batch.root()), hex(batch.chain())),
        proof.links().stream()
            .map(one -> new Link(one.first(), one.last(), one.recordedAt(), hex(one.root())))
            .toList(),
        checkpoint == null ? null : SignedBody.of(checkpoint),
        checkpoint == null ? UNSIGNED : null);
  }

  private static Event event(EventRow row) {
    byte[] sealedHash = row.sealedHash();
    return new Event(
        row.position(),
        row.type(),
        LocalDate.ofEpochDay(row.effectiveDay()),
        row.recordedAt(),
        row.id().toString(),
        base64(row.tags()),
        base64(row.metadata()),
        base64(row.payload()),
        sealedHash == null ? null : hex(sealedHash));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
