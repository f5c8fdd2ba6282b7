package org.jalon.workload.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The tables of a desk, row by row. */
final class Tables {

  private static final List<String> SUMS = List.of("caseload_change", "caseload_month_end");

  private Tables() {}

  static List<String> rows(Desk desk, String sql) throws SQLException {
    try (var pool = desk.access.pool(desk.schema, 1);
        Connection connection = pool.getConnection()) {
      return rows(connection, sql);
    }
  }

  /** Signed changes and month-ends as the projection wrote them. */
  static List<String> sums(Desk desk) throws SQLException {
    try (var pool = desk.access.pool(desk.schema, 1);
        Connection connection = pool.getConnection()) {
      return sums(connection);
    }
  }

  /** The same as the migration that brings them derives them from the spans. */
  static List<String> sumsOfSpans(Desk desk) throws SQLException {
    try (Connection connection = desk.access.owner().getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SET search_path TO " + desk.schema.name());
        statement.execute("TRUNCATE " + String.join(", ", SUMS));
        for (String filling : fillings()) {
          statement.execute(filling);
        }
      }
      List<String> derived = sums(connection);
      connection.rollback();
      return derived;
    }
  }

  private static List<String> sums(Connection connection) throws SQLException {
    var rows = new ArrayList<String>();
    for (String table : SUMS) {
      rows.addAll(rows(connection, "SELECT '%1$s' || x::text FROM %1$s x".formatted(table)));
    }
    return rows.stream().sorted().toList();
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }

  private static List<String> fillings() {
    String script = "/db/workload/V2__two_tables.sql";
    try (InputStream migration =
        Objects.requireNonNull(Tables.class.getResourceAsStream(script), script)) {
      String text = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split(";"))
          .map(String::strip)
          .filter(statement -> statement.startsWith("INSERT INTO caseload_"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
