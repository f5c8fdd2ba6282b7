package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jalon.command.ledger.chain.BatchRow;
import org.jspecify.annotations.Nullable;

/**
 * Whole batches of one snapshot of the ledger, read piece by piece, each piece within a minute.
 *
 * @param before the batch that the first one follows
 * @param leavesBefore the genesis' list of leaf hashes, which should be empty; of another batch,
 *     whether it has a list: then empty, else null
 * @param last the last one
 * @param head the head in the same snapshot
 */
record Span(BatchRow before, byte @Nullable [] leavesBefore, BatchRow last, BatchRow head) {

  /** Batches read at once; each brings the leaf hashes of all its events. */
  private static final int FETCH = 100;

  /** Stands where a batch should be, when even the genesis is gone. */
  private static final BatchRow GONE = new BatchRow(0, 0, new byte[0], new byte[0], 0);

  /** Works within one snapshot that only reads, and gives the connection back as it came. */
  interface Reading<A> {
    A read(Connection connection) throws SQLException;
  }

  static <A> A inSnapshot(Connection connection, Reading<A> reading) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      statement.execute("SET LOCAL statement_timeout = '60s'");
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = '15min'");
      return reading.read(connection);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /**
   * The batches that hold the range.
   *
   * @param from 0 to 0 is the genesis, which has no events
   * @throws IllegalArgumentException if it is not 0 to 0 and begins before position 1, or ends
   *     before it begins
   */
  static Span of(Connection connection, long from, long to) throws SQLException {
    if (from < 0 || to < from || from == 0 && to > 0) {
      throw new IllegalArgumentException(
          "positions %d to %d are no range; it begins at 1 or later, or is 0 to 0"
              .formatted(from, to));
    }
    BatchRow head = upTo(connection, Long.MAX_VALUE);
    BatchRow first = upTo(connection, Math.min(from, head.last()));
    BatchRow last = upTo(connection, Math.min(to, head.last()));
    BatchRow before = upTo(connection, Math.max(0, first.first() - 1));
    return new Span(before, BatchTable.leavesBefore(connection, before), last, head);
  }

  private static BatchRow upTo(Connection connection, long position) throws SQLException {
    return BatchTable.lastUpTo(connection, position).orElse(GONE);
  }

  long from() {
    return before.last() + 1;
  }

  boolean reachesHead() {
    return last.sameAs(head);
  }

  /** Whether it begins with the ledger, so that nothing may stand before it. */
  boolean fromGenesis() {
    return before.first() <= 0;
  }

  /** The batches with their leaf hashes, and with whatever stands among them before the last. */
  PreparedStatement batches(Connection connection) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT first_position, last_position, merkle_root, chain_hash, recorded_at, leaf_hashes
            FROM batch
            WHERE first_position > ? AND first_position <> 0 AND first_position <= ?
            ORDER BY first_position
            """);
    statement.setFetchSize(FETCH);
    statement.setLong(1, fromGenesis() ? Long.MIN_VALUE : before.last());
    statement.setLong(2, last.first());
    return statement;
  }

  /** The events; with those that stand before the first, and beyond the head, if it reaches it. */
  EventPages events(Connection connection) {
    return new EventPages(
        connection,
        fromGenesis() ? Long.MIN_VALUE : before.last(),
        reachesHead() ? Long.MAX_VALUE : last.last());
  }

  TagPages tags(Connection connection) {
    return new TagPages(connection, before.last(), last.last());
  }

  /** Whether entries of the index of tags stand before the first event. */
  boolean strayTagsBefore(Connection connection) throws SQLException {
    return fromGenesis()
        && any(connection, "SELECT EXISTS (SELECT FROM event_tag WHERE position < ?)", 1);
  }

  /** Whether entries of the index of tags stand beyond the head, which no batch accounts for. */
  boolean strayTagsBeyond(Connection connection) throws SQLException {
    return reachesHead()
        && any(connection, "SELECT EXISTS (SELECT FROM event_tag WHERE position > ?)", head.last());
  }

  private static boolean any(Connection connection, String sql, long position) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, position);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
