package org.jalon.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table of numbers in the server under test. */
record Rows(EmbeddedPostgres server) {

  Connection connect() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  void create() throws SQLException {
    execute("CREATE TABLE IF NOT EXISTS numbers (n bigint PRIMARY KEY)");
  }

  void add(long number) throws SQLException {
    execute("INSERT INTO numbers VALUES (%d)".formatted(number));
  }

  List<Long> all() throws SQLException {
    List<Long> numbers = new ArrayList<>();
    for (String number : column("SELECT n FROM numbers ORDER BY n")) {
      numbers.add(Long.parseLong(number));
    }
    return numbers;
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> column(String query) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var answer = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (answer.next()) {
        values.add(answer.getString(1));
      }
      return values;
    }
  }
}
