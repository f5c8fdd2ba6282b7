package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jalon.command.ledger.chain.Anchors;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.ChainWalk;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Integrity;
import org.jspecify.annotations.Nullable;

/** Recomputes chain, roots, events and the index of tags of a span from what is stored. */
final class IntegrityCheck {

  private final Connection connection;
  private final String ledger;
  private final Span span;
  private final Anchors anchors;
  private final ChainWalk walk;
  private final TagWalk tagWalk;
  private final EventPages events;

  private IntegrityCheck(
      Connection connection, String ledger, Span span, Anchors anchors, TagHashes hashes) {
    this.connection = connection;
    this.ledger = ledger;
    this.span = span;
    this.anchors = anchors;
    walk = new ChainWalk(ledger, span.before(), span.leavesBefore() != null, anchors);
    tagWalk = new TagWalk(span.tags(connection), hashes);
    events = span.events(connection);
  }

  /** As {@link Audit#integrity}, within one snapshot. */
  static Integrity check(
      Connection connection,
      String ledger,
      Span span,
      Anchors anchors,
      TagHashes hashes,
      long deadline)
      throws SQLException {
    IntegrityCheck check = new IntegrityCheck(connection, ledger, span, anchors, hashes);
    ChainWalk walk = check.walk;
    try {
      check.begin();
      boolean complete = check.walk(deadline);
      BatchRow end = walk.end();
      if (complete) {
        check.end(end);
      }
      return new Integrity(
          true, span.from(), end.last(), end.head(), null, complete, check.found(complete));
    } catch (Broken e) {
      return new Integrity(
          false,
          span.from(),
          span.last().last(),
          walk.last().head(),
          e.position(),
          true,
          e.reason());
    }
  }

  private void begin() throws SQLException, Broken {
    if (!span.fromGenesis()) {
      return;
    }
    BatchRow genesis = BatchRow.genesis(ledger);
    BatchRow stored = span.before();
    if (stored.first() != 0
        || !stored.sameAs(genesis)
        || !Arrays.equals(stored.root(), genesis.root())
        || stored.recordedAt() != genesis.recordedAt()
        || !isEmpty(span.leavesBefore())) {
      throw new Broken(
          Math.min(0, stored.first()), "the genesis is not that of ledger '%s'".formatted(ledger));
    }
    if (span.strayTagsBefore(connection)) {
      throw new Broken(0, "the index of tags names a position before the first");
    }
  }

  private static boolean isEmpty(byte @Nullable [] leaves) {
    return leaves == null || leaves.length == 0;
  }

  /** Returns whether it came to the end within the time. */
  private boolean walk(long deadline) throws SQLException, Broken {
    try (var batchQuery = span.batches(connection);
        ResultSet batches = batchQuery.executeQuery()) {
      while (batches.next()) {
        BatchRow batch = BatchTable.batch(batches);
        if (walk.events() > 0 && System.nanoTime() - deadline > 0) {
          return false;
        }
        walk.batch(batch, batches.getBytes(6));
        for (long position = batch.first(); position <= batch.last(); position++) {
          event(position);
        }
      }
    }
    return true;
  }

  private void event(long position) throws SQLException, Broken {
    Optional<EventRow> next = events.next();
    if (next.isEmpty()) {
      throw new Broken(position, "no event at position " + position);
    }
    walk.event(next.get());
    tagWalk.event(next.get());
  }

  private void end(BatchRow end) throws SQLException, Broken {
    tagWalk.end();
    if (events.next().isPresent() || span.strayTagsBeyond(connection)) {
      throw new Broken(end.last() + 1, "events or tags stand beyond the head");
    }
    if (span.reachesHead()) {
      anchors.end(end);
    }
  }

  private String met() {
    return anchors.met() == 0
        ? "none of the checkpoints kept here lies in it"
        : "%d checkpoints kept here were met, the last at position %d"
            .formatted(anchors.met(), anchors.lastMet());
  }

  private String found(boolean complete) {
    String found = "%s; %s".formatted(walk.found(), met());
    return complete
        ? found
        : "%s. The time was up: go on with from=%d".formatted(found, walk.last().last() + 1);
  }
}
