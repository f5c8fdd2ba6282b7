package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Changes tables that others use: waits a quarter of a second for their locks, in which those queue
 * who come later, and tries again and again after pauses in which all can go on.
 */
record BriefLock(Connection connection, Duration patience) {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * Runs the statements in one transaction.
   *
   * @param parent the table that is changed, or of which a partition is
   * @throws ArchiveException if others held it all the time
   */
  void run(String parent, List<String> statements) throws SQLException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    while (!attempt(statements)) {
      if (System.nanoTime() - end >= 0) {
        throw new ArchiveException(
            "table %s was in use all the time for %d s, held by the server's processes %s; archive again when their transactions have ended"
                .formatted(parent, patience.toSeconds(), holders(parent)));
      }
      Thread.sleep(pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  private boolean attempt(List<String> statements) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '250ms'");
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if (Trouble.of(e) == Trouble.LATER) {
        return false;
      }
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private String holders(String parent) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT coalesce(string_agg(DISTINCT pid::text, ', '), 'unknown') FROM pg_locks
            WHERE relation = ?::regclass AND granted AND pid <> pg_backend_pid()
            """)) {
      statement.setString(1, parent);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
