package org.jalon.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** How the server is reached; always on 127.0.0.1. */
record Login(int port, String user, String password) {

  /** Where a server of PostgreSQL is asked what is on it. */
  private static final String MAINTENANCE = "postgres";

  private static final int SECONDS = 10;

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /**
   * Makes the database unless it is there; the server's first proof that it works.
   *
   * @throws CannotStartPostgres if the server refuses
   */
  void ensureDatabase(String name) {
    try (Connection server = connect();
        var statement = server.createStatement()) {
      var known =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = '%s'".formatted(name));
      if (!known.next()) {
        statement.execute("CREATE DATABASE " + name);
      }
    } catch (SQLException e) {
      throw new CannotStartPostgres(
          "PostgreSQL runs and does not let %s use database %s: %s"
              .formatted(user, name, e.getMessage()),
          e);
    }
  }

  private Connection connect() throws SQLException {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(jdbcUrl(MAINTENANCE));
    server.setUser(user);
    server.setPassword(password);
    server.setConnectTimeout(SECONDS);
    server.setSocketTimeout(SECONDS);
    return server.getConnection();
  }

  @Override
  public String toString() {
    return "%s at 127.0.0.1:%d".formatted(user, port);
  }
}
