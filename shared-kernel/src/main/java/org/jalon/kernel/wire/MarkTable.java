package org.jalon.kernel.wire;

import static org.jalon.kernel.wire.KeyDatabase.first;
import static org.jalon.kernel.wire.KeyDatabase.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** The marks of secrets that are kept in files. */
final class MarkTable {

  private MarkTable() {}

  static Optional<String> of(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        prepare(connection, "SELECT mark FROM key_mark WHERE name = ?")) {
      query.setString(1, name);
      return first(query);
    }
  }

  static void leave(Connection connection, String name, String mark) throws SQLException {
    try (PreparedStatement insert =
        prepare(
            connection,
            "INSERT INTO key_mark (name, mark) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")) {
      insert.setString(1, name);
      insert.setString(2, mark);
      insert.executeUpdate();
    }
  }
}
