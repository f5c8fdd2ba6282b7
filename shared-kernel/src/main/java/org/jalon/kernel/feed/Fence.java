package org.jalon.kernel.feed;

import java.sql.Connection;
import java.sql.SQLException;
import org.jalon.kernel.LedgerId;
import org.jspecify.annotations.Nullable;

/**
 * How far a view has come, kept in its own schema and moved in the same transaction as its rows: so
 * a batch counts once, whoever delivers it.
 */
final class Fence {

  /** One ledger read in process has one partition. */
  private static final int PARTITION = 0;

  /**
   * A place in the ledger.
   *
   * @param position 0 before the first event
   * @param chainHash of the batch that holds the position; absent at 0
   */
  record Mark(long position, byte @Nullable [] chainHash) {

    static final Mark START = new Mark(0, null);
  }

  private final String view;
  private final LedgerId ledger;

  Fence(String view, LedgerId ledger) {
    this.view = view;
    this.ledger = ledger;
  }

  Mark read(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT position, chain_hash FROM fence
            WHERE view = ? AND ledger = ? AND partition = ?
            """)) {
      query.setString(1, view);
      query.setString(2, ledger.value());
      query.setInt(3, PARTITION);
      try (var row = query.executeQuery()) {
        return row.next() ? new Mark(row.getLong(1), row.getBytes(2)) : Mark.START;
      }
    }
  }

  /** Moves the fence; false if it was not where it was expected, so that nothing may be kept. */
  boolean move(Connection connection, Mark from, Mark to) throws SQLException {
    return from.position() == 0 ? plant(connection, to) : advance(connection, from, to);
  }

  private boolean plant(Connection connection, Mark to) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO fence (position, chain_hash, view, ledger, partition)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      insert.setLong(1, to.position());
      insert.setBytes(2, to.chainHash());
      insert.setString(3, view);
      insert.setString(4, ledger.value());
      insert.setInt(5, PARTITION);
      return insert.executeUpdate() == 1;
    }
  }

  private boolean advance(Connection connection, Mark from, Mark to) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE fence SET position = ?, chain_hash = ?
            WHERE view = ? AND ledger = ? AND partition = ? AND position = ?
            """)) {
      update.setLong(1, to.position());
      update.setBytes(2, to.chainHash());
      update.setString(3, view);
      update.setString(4, ledger.value());
      update.setInt(5, PARTITION);
      update.setLong(6, from.position());
      return update.executeUpdate() == 1;
    }
  }
}
