package org.jalon.command.ledger;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jalon.command.ledger.chain.Anchors;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.Head;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.command.ledger.chain.Proof;
import org.jalon.command.ledger.chain.Trust;
import org.jalon.kernel.LedgerId;
import org.jspecify.annotations.Nullable;

/** What proves of a ledger that nothing in it was altered: recomputed from what is stored. */
public final class Audit {

  private static final Duration UNHURRIED = Duration.ofDays(1);

  private final LedgerId ledger;
  private final Questions questions;
  private final Inspections inspections;
  private final TagHashes hashes;

  /**
   * @param questions what is answered soon
   * @param inspections what takes as long as it takes
   */
  Audit(LedgerId ledger, Questions questions, Inspections inspections, TagHashes hashes) {
    this.ledger = ledger;
    this.questions = questions;
    this.inspections = inspections;
    this.hashes = hashes;
  }

  /**
   * Whether the chain leads from the end of one batch to the end of a later one, recomputed from
   * what is stored of the batches between.
   *
   * @param atMost most batches between; with more the answer is no
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public boolean leads(Head from, Head to, int atMost) {
    return questions.answer(
        connection -> {
          byte[] chain = from.chainHash();
          long position = from.position();
          List<BatchRow> between = BatchTable.holding(connection, position, to.position(), atMost);
          for (BatchRow batch : between) {
            if (position >= to.position() || batch.first() != position + 1) {
              break;
            }
            chain = batch.chainBehind(ledger.value(), chain);
            position = batch.last();
          }
          return position == to.position() && Arrays.equals(chain, to.chainHash());
        });
  }

  /**
   * Recomputes the batches that hold a range: chain, roots, events, sealed bytes and the index of
   * tags, streaming within one snapshot. What was before the range is taken for granted.
   *
   * @param from 1 or later; beyond the head only the last batch is looked at
   * @param to {@link Long#MAX_VALUE} for up to the head
   * @throws LedgerException.Busy if two checks or exports are under way
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Integrity integrity(long from, long to) {
    return integrity(from, to, Anchors.none(), UNHURRIED);
  }

  /**
   * The same, compared with what is known from elsewhere, and stopping between two batches when the
   * time is up.
   *
   * @param atMost up to a day
   */
  public Integrity integrity(long from, long to, Anchors anchors, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    return inspections.inspect(
        connection ->
            IntegrityCheck.check(
                connection,
                ledger.value(),
                Span.of(connection, from, to),
                anchors,
                hashes,
                deadline));
  }

  /**
   * Writes the batches that hold a range as lines of JSON, with stored bytes and hashes, for {@link
   * LedgerVerifier}; docs/ledger-format.md has the fields.
   *
   * @param from 1 or later; 0 to 0 is an export of no events
   * @param withSealed false leaves sealed bytes out; the export verifies all the same
   * @param target is flushed, not closed
   * @return the head of what was written
   * @throws java.io.UncheckedIOException if it cannot be written
   * @throws LedgerException.Busy if two checks or exports are under way
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Head export(long from, long to, boolean withSealed, OutputStream target) {
    return export(from, to, withSealed, null, target);
  }

  /**
   * The same with a checkpoint behind the end.
   *
   * @param checkpoint of the end of the export, where there is one
   */
  public Head export(
      long from,
      long to,
      boolean withSealed,
      @Nullable Checkpoint checkpoint,
      OutputStream target) {
    return inspections.inspect(
        connection ->
            Export.write(
                connection,
                ledger.value(),
                Span.of(connection, from, to),
                withSealed,
                checkpoint,
                target));
  }

  /**
   * The proof that an event belongs to this ledger, up to a checkpoint; without it, up to its
   * batch, when none is given or more than {@link EventProof#MOST_LINKS} batches lie before it.
   *
   * @param position 1 or later
   * @param checkpoint of this position or behind it
   * @return empty beyond the head
   * @throws Broken if what is stored does not fit its hashes, so that nothing can be proved
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Optional<Proof> proof(long position, @Nullable Checkpoint checkpoint) throws Broken {
    Optional<Proof> proof =
        questions.answer(
            connection -> EventProof.of(connection, ledger.value(), position, checkpoint));
    if (proof.isPresent()) {
      proof.get().verify(Trust.inAnyKey());
    }
    return proof;
  }
}
