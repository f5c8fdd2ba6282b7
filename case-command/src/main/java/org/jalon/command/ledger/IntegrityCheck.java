package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.ChainWalk;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Integrity;

/** Recomputes chain, roots, events and the index of tags from what is stored. */
final class IntegrityCheck {

  private IntegrityCheck() {}

  /** As {@link Ledger#integrity}, within one snapshot. */
  static Integrity check(Connection connection, String ledger, long from, long to, TagHashes hashes)
      throws SQLException {
    Span span = Span.of(connection, from, to);
    ChainWalk walk = new ChainWalk(ledger, span.before());
    try {
      if (span.before().last() == 0) {
        genesis(span.before(), ledger);
      }
      walk(connection, span, walk, hashes);
      BatchRow end = walk.end();
      if (span.reachesHead() && span.strayEvents(connection)) {
        throw new Broken(end.last() + 1, "events or tags stand beyond the head");
      }
      return new Integrity(true, span.from(), end.last(), end.head(), null, walk.found());
    } catch (Broken e) {
      return new Integrity(
          false, span.from(), span.last().last(), walk.last().head(), e.position(), e.reason());
    }
  }

  private static void genesis(BatchRow stored, String ledger) throws Broken {
    BatchRow genesis = BatchRow.genesis(ledger);
    if (!stored.sameAs(genesis)
        || !Arrays.equals(stored.root(), genesis.root())
        || stored.recordedAt() != genesis.recordedAt()) {
      throw new Broken(0, "the genesis is not that of ledger '%s'".formatted(ledger));
    }
  }

  private static void walk(Connection connection, Span span, ChainWalk walk, TagHashes hashes)
      throws SQLException, Broken {
    try (var batchQuery = span.batches(connection);
        ResultSet batches = batchQuery.executeQuery()) {
      EventPages events = span.events(connection);
      TagWalk tagWalk = new TagWalk(span.tags(connection), hashes);
      while (batches.next()) {
        BatchRow batch = BatchTable.batch(batches);
        walk.batch(batch);
        for (long position = batch.first(); position <= batch.last(); position++) {
          Optional<EventRow> next = events.next();
          if (next.isEmpty()) {
            throw new Broken(position, "no event at position " + position);
          }
          EventRow event = next.get();
          walk.event(event);
          tagWalk.event(event);
        }
      }
      tagWalk.end();
    }
  }
}
