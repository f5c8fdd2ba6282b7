package org.jalon.history.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Event;
import org.jalon.history.EventId;
import org.jalon.history.Findings;
import org.jalon.history.Outcome;
import org.jalon.history.StandingLog;

/**
 * What is often written first: a table with a sequence, a condition in the {@code INSERT}, readers
 * that ask for what is behind the last number they saw.
 */
final class TableWithSequence implements Store {

  private final Connection connection;

  TableWithSequence(DataSource source) {
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void create(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE event (position bigserial PRIMARY KEY, id uuid, type int, tags int[])");
    }
  }

  @Override
  public Outcome append(Append append) {
    try (var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (statement.executeUpdate(insert(append)) == 0) {
        connection.commit();
        return new Outcome.Rejected();
      }
      connection.commit();
      return new Outcome.Acknowledged(last(append));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String insert(Append append) {
    String insert =
        "INSERT INTO event (id, type, tags) SELECT * FROM (VALUES %s) AS sent (id, type, tags)"
            .formatted(values(append));
    return append.conditional()
        ? insert
            + " WHERE NOT EXISTS (SELECT FROM event WHERE position > %d AND (%s))"
                .formatted(append.marker(), any(append.criteria()))
        : insert;
  }

  private static String values(Append append) {
    List<String> rows = new ArrayList<>();
    for (Event event : append.events()) {
      rows.add(
          "('%s'::uuid, %d, %s)"
              .formatted(
                  new EventId(append.request(), rows.size()).uuid(),
                  event.type(),
                  array(event.tags())));
    }
    return String.join(", ", rows);
  }

  private long last(Append append) throws SQLException {
    UUID id = new EventId(append.request(), append.events().size() - 1).uuid();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT position FROM event WHERE id = '" + id + "'")) {
      rows.next();
      long position = rows.getLong(1);
      connection.commit();
      return position;
    }
  }

  @Override
  public Slice source(List<Criterion> criteria, long after) {
    List<Seen> seen = seen("position > %d AND (%s)".formatted(after, any(criteria)), 100_000);
    long marker = seen.isEmpty() ? after : seen.getLast().position();
    return new Slice(
        marker,
        seen.stream().mapToLong(Seen::position).toArray(),
        seen.stream().mapToLong(one -> one.id().hash()).sum());
  }

  @Override
  public List<Seen> read(long after, int most) {
    return seen("position > " + after, most);
  }

  private List<Seen> seen(String condition, int most) {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT position, id FROM event WHERE %s ORDER BY position LIMIT %d"
                    .formatted(condition, most))) {
      List<Seen> seen = new ArrayList<>();
      while (rows.next()) {
        seen.add(new Seen(rows.getLong(1), EventId.of(rows.getObject(2, UUID.class))));
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return seen;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands in the end. */
  static StandingLog log(DataSource source, Findings findings) throws SQLException {
    StandingLog log = new StandingLog(findings);
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT position, id, type, array_to_string(tags, ',') FROM event ORDER BY"
                    + " position")) {
      while (rows.next()) {
        log.add(
            rows.getLong(1),
            EventId.of(rows.getObject(2, UUID.class)),
            Lines.criteria(rows.getInt(3) + "/" + rows.getString(4)).stream()
                .map(one -> new Event(one.types().getFirst(), one.tags()))
                .findFirst()
                .orElseThrow(),
            0);
      }
    }
    return log;
  }

  private static String any(List<Criterion> criteria) {
    return criteria.stream()
        .map(
            one ->
                "tags @> %s AND (%s OR type = ANY (%s))"
                    .formatted(array(one.tags()), one.types().isEmpty(), array(one.types())))
        .collect(Collectors.joining(" OR "));
  }

  private static String array(List<Integer> numbers) {
    return "'{%s}'::int[]"
        .formatted(numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
  }

  @Override
  public String node() {
    return "table";
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
