package org.jalon.history.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Transactions of somebody else that stay open until the server dies: one has read the ledger's
 * tables, one has written in the same database, one has done so in another.
 */
final class ForeignTransactions implements AutoCloseable {

  private static final String ELSEWHERE = "elsewhere";

  private final DataSource owner;
  private final Path address;
  private final List<Connection> open = new ArrayList<>();
  private long since;
  private long longest;

  ForeignTransactions(Database database, Path address) throws SQLException {
    owner = database.owner();
    this.address = address;
    try (Connection connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + ELSEWHERE);
      statement.execute("CREATE TABLE public.elsewhere (id int)");
    }
  }

  /** Begins them. */
  void begin() throws SQLException {
    String schema = OpenLedger.SCHEMA.name();
    begin(
        owner.getConnection(),
        "SELECT (SELECT count(*) FROM %1$s.event), (SELECT count(*) FROM %1$s.event_tag), (SELECT count(*) FROM %1$s.batch)"
            .formatted(schema));
    begin(owner.getConnection(), "INSERT INTO public.elsewhere VALUES (1)");
    begin(elsewhere(), "SELECT txid_current()");
    since = System.nanoTime();
  }

  private Connection elsewhere() throws SQLException {
    String[] lines = new Address(address).read().split("\n", -1);
    String url = lines[0].replaceAll("/[^/]*$", "/" + ELSEWHERE);
    return java.sql.DriverManager.getConnection(url, lines[1], lines[2]);
  }

  private void begin(Connection connection, String sql) throws SQLException {
    open.add(connection);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** How long they have been open. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** How long any was open. */
  Duration longest() {
    return Duration.ofNanos(Math.max(longest, System.nanoTime() - since));
  }

  /** Ends them, or has them ended. */
  void end() {
    longest = longest().toNanos();
    for (Connection connection : open) {
      try {
        connection.close();
      } catch (SQLException _) {
        // its server was killed
      }
    }
    open.clear();
    since = System.nanoTime();
  }

  @Override
  public void close() {
    end();
  }
}
