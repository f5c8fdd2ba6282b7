package org.jalon.kernel.wire;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the schema of keys, each question by itself: what was answered is durable. */
final class KeyDatabase {

  private static final int DEADLINE_SECONDS = 5;

  private final DataSource database;

  /**
   * @param database connections that work under role {@code jalon_keys} in the schema of module
   *     {@code keys}; never in a transaction of the caller
   */
  KeyDatabase(DataSource database) {
    this.database = database;
  }

  @FunctionalInterface
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * @throws KeyUnavailable if the database does not answer
   */
  <T> T ask(Question<T> question) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      return question.ask(connection);
    } catch (SQLException e) {
      throw new KeyUnavailable(
          "the key store does not answer (%s); repeat once its database is back"
              .formatted(e.getMessage()),
          e);
    }
  }

  static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(DEADLINE_SECONDS);
    return statement;
  }

  static Optional<String> first(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }
}
