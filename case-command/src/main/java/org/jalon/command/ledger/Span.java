package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jalon.command.ledger.chain.BatchRow;

/**
 * Whole batches of one snapshot of the ledger, read piece by piece, each piece within a minute.
 *
 * @param before the batch that the first one follows
 * @param last the last one
 * @param head the head in the same snapshot
 */
record Span(BatchRow before, BatchRow last, BatchRow head) {

  private static final int FETCH = 500;

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
   * @throws IllegalArgumentException if it begins before position 1 or ends before it begins
   */
  static Span of(Connection connection, long from, long to) throws SQLException {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "positions %d to %d are no range; it begins at 1 or later".formatted(from, to));
    }
    BatchRow head = BatchTable.head(connection);
    BatchRow first = BatchTable.batchHolding(connection, Math.min(from, head.last()));
    BatchRow last = BatchTable.batchHolding(connection, Math.min(to, head.last()));
    BatchRow before = BatchTable.batchHolding(connection, Math.max(0, first.first() - 1));
    return new Span(before, last, head);
  }

  long from() {
    return before.last() + 1;
  }

  boolean reachesHead() {
    return last.sameAs(head);
  }

  PreparedStatement batches(Connection connection) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT first_position, last_position, merkle_root, chain_hash, recorded_at FROM batch
            WHERE first_position > ? AND first_position <= ? ORDER BY first_position
            """);
    statement.setFetchSize(FETCH);
    statement.setLong(1, before.last());
    statement.setLong(2, last.first());
    return statement;
  }

  EventPages events(Connection connection) {
    return new EventPages(connection, before.last(), last.last());
  }

  TagPages tags(Connection connection) {
    return new TagPages(connection, before.last(), last.last());
  }

  /** Whether events stand beyond the head, which no batch accounts for. */
  boolean strayEvents(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT EXISTS (SELECT FROM event WHERE position > ?)
                OR EXISTS (SELECT FROM event_tag WHERE position > ?)
            """)) {
      statement.setLong(1, head.last());
      statement.setLong(2, head.last());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
