package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Queries that answer one value. */
final class OneValue {

  private OneValue() {}

  /** The value as text; empty if there is no row. */
  static String of(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
