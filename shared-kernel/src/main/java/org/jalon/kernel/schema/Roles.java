package org.jalon.kernel.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Creates the roles that Jalon's modules work under. */
final class Roles {

  private static final String DUPLICATE_OBJECT = "42710";
  private static final String UNIQUE_VIOLATION = "23505";

  private Roles() {}

  /** Makes the role where it is missing and lets the connecting user take it. */
  static void ensure(DataSource owner, String role) {
    try (Connection connection = owner.getConnection()) {
      if (!exists(connection, role)) {
        create(connection, role);
      }
      if (!mayTake(connection, role)) {
        run(connection, "GRANT %s TO CURRENT_USER".formatted(role));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "role %1$s is missing or may not be used; let an administrator of this server run: CREATE ROLE %1$s NOLOGIN; GRANT %1$s TO <the user Jalon connects as>"
              .formatted(role),
          e);
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    return holds(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role);
  }

  private static boolean mayTake(Connection connection, String role) throws SQLException {
    return holds(connection, "SELECT pg_has_role(current_user, ?, 'SET')", role);
  }

  private static void create(Connection connection, String role) throws SQLException {
    try {
      run(connection, "CREATE ROLE %s NOLOGIN".formatted(role));
    } catch (SQLException e) {
      boolean anotherWasFaster =
          DUPLICATE_OBJECT.equals(e.getSQLState()) || UNIQUE_VIOLATION.equals(e.getSQLState());
      if (!anotherWasFaster) {
        throw e;
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean holds(Connection connection, String question, String role)
      throws SQLException {
    try (var statement = connection.prepareStatement(question)) {
      statement.setString(1, role);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
