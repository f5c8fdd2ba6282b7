package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * The writer's connection: short time limits, that of locks the shortest so that waiting for one is
 * told from being slow, and one prepared append.
 */
final class WriterSession {

  private static final List<String> LIMITS =
      List.of("statement_timeout", "transaction_timeout", "idle_in_transaction_session_timeout");

  /** A holder of the lease that has come to a halt loses its session and the lease with it. */
  private static final Duration IDLE_HOLDER = Duration.ofSeconds(2);

  private final Connection connection;
  private final AppendStatement append;
  private final long lease;
  private boolean holdsLease;

  private WriterSession(Connection connection) throws SQLException {
    this.connection = connection;
    lease = number("SELECT hashtextextended(current_schema() || '.lease', 0)");
    append = new AppendStatement(connection, lease);
  }

  static WriterSession open(DataSource source, Duration atMost) throws SQLException {
    Connection connection = source.getConnection();
    try {
      long millis = atMost.toMillis();
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setNetworkTimeout(Runnable::run, (int) Math.min(millis * 3, Integer.MAX_VALUE));
      try (var statement = connection.createStatement()) {
        for (String limit : LIMITS) {
          statement.execute("SET %s = %d".formatted(limit, millis));
        }
        statement.execute("SET lock_timeout = %d".formatted(Math.max(1, millis * 3 / 4)));
      }
      return new WriterSession(connection);
    } catch (SQLException e) {
      discard(connection);
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  /** As {@link AppendStatement#append}. */
  boolean append(Batch batch) throws SQLException {
    return append.append(batch);
  }

  /** Whether another session held the lease at the last append. */
  boolean leasedElsewhere() {
    return append.leased();
  }

  boolean holdsLease() {
    return holdsLease;
  }

  /**
   * Waits for its turn to hold the lease, behind those that wait already if it held it.
   *
   * @throws SQLException if it was not to be had in time, or for any other reason
   */
  void takeLease() throws SQLException {
    String first = holdsLease ? "pg_advisory_unlock(%1$d), " : "";
    holdsLease = false;
    try {
      run(
          ("SELECT "
                  + first
                  + "set_config('idle_session_timeout', '%2$d', false), pg_advisory_lock(%1$d)")
              .formatted(lease, IDLE_HOLDER.toMillis()));
    } catch (SQLException e) {
      run("SET idle_session_timeout = 0");
      throw e;
    }
    holdsLease = true;
  }

  void releaseLease() throws SQLException {
    holdsLease = false;
    run(
        "SELECT pg_advisory_unlock(%d), set_config('idle_session_timeout', '0', false)"
            .formatted(lease));
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Whether the server still answers, so that an error was the statement's and rolled it back. */
  boolean alive() {
    try {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Gives the connection back as it came. */
  void close() {
    try (connection) {
      append.close();
      try (var statement = connection.createStatement()) {
        for (String limit : LIMITS) {
          statement.execute("RESET " + limit);
        }
        statement.execute("RESET lock_timeout");
        statement.execute("RESET idle_session_timeout");
        if (holdsLease) {
          releaseLease();
        }
      }
    } catch (SQLException e) {
      abort();
    }
  }

  /** Throws the connection away, whatever it is doing. */
  void abort() {
    discard(connection);
  }

  private static void discard(Connection connection) {
    try (connection) {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      System.getLogger(WriterSession.class.getName())
          .log(System.Logger.Level.DEBUG, "a broken connection could not be closed", e);
    }
  }
}
