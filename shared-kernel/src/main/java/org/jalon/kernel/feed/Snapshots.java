package org.jalon.kernel.feed;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jalon.kernel.LedgerId;

/**
 * Reads a view as it is at one position. Sharing the fence's lock before the snapshot is taken
 * keeps a rebuilt view from taking the place of this one halfway through an answer.
 */
final class Snapshots {

  private final DataSource database;
  private final Fence fence;

  Snapshots(DataSource database, String view, LedgerId ledger) {
    this.database = database;
    this.fence = new Fence(view, ledger);
  }

  <T> LiveView.Answer<T> read(LiveView.Question<T> question) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        begin(connection);
        long position = fence.read(connection).position();
        T value = question.ask(connection);
        connection.commit();
        return new LiveView.Answer<>(position, value);
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
          LOCK TABLE fence IN ACCESS SHARE MODE
          """);
    }
  }
}
