package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Known;

/** An append-only table of spans in two times; what is superseded only gets its end. */
abstract class SpanTable<V> {

  /**
   * Selects the subject, the columns of {@link #reader} by name and the four ends; one array of
   * ids.
   */
  abstract String stillKnown();

  /** Inserts the columns of {@link #bind}, then the four ends. */
  abstract String insert();

  /** Sets known_until where the columns of {@link #bindKey}, valid_from and known_from match. */
  abstract String supersede();

  /** Reads the value of a row. */
  @FunctionalInterface
  interface Reader<V> {
    V read(ResultSet row) throws SQLException;
  }

  /** A reader for the rows of one answer. */
  abstract Reader<V> reader();

  /** Sets the columns from the first parameter on; answers the number of the next. */
  abstract int bind(PreparedStatement statement, V value) throws SQLException;

  /** Sets the columns of the key from the given parameter on; answers the number of the next. */
  abstract int bindKey(PreparedStatement statement, int next, V value) throws SQLException;

  abstract String subject(V value);

  /** What is still known of subjects. */
  final Map<String, List<Known<V>>> stillKnown(Connection connection, Collection<String> subjects)
      throws SQLException {
    var known = new HashMap<String, List<Known<V>>>();
    try (var query = connection.prepareStatement(stillKnown())) {
      query.setArray(1, connection.createArrayOf("text", subjects.toArray()));
      Reader<V> reader = reader();
      try (var row = query.executeQuery()) {
        while (row.next()) {
          var one = known(reader, row);
          known.computeIfAbsent(subject(one.span().value()), _ -> new ArrayList<>()).add(one);
        }
      }
    }
    return known;
  }

  /** Writes the difference between what was and what is known. */
  final void write(Connection connection, Collection<SpanChange<V>> changes) throws SQLException {
    try (var update = connection.prepareStatement(supersede());
        var insert = connection.prepareStatement(insert())) {
      for (SpanChange<V> change : changes) {
        for (Known<V> superseded : change.superseded()) {
          update.setLong(1, superseded.until());
          int next = bindKey(update, 2, superseded.span().value());
          update.setObject(next, superseded.span().from().value());
          update.setLong(next + 1, superseded.from());
          update.addBatch();
        }
        for (Known<V> added : change.added()) {
          int next = bind(insert, added.span().value());
          insert.setObject(next, added.span().from().value());
          insert.setObject(next + 1, added.span().until().value());
          insert.setLong(next + 2, added.from());
          insert.setLong(next + 3, added.until());
          insert.addBatch();
        }
      }
      update.executeBatch();
      insert.executeBatch();
    }
  }

  /** Every row of an answer. */
  final List<Dated<V>> read(PreparedStatement query) throws SQLException {
    Reader<V> reader = reader();
    try (var row = query.executeQuery()) {
      var spans = new ArrayList<Dated<V>>();
      while (row.next()) {
        spans.add(dated(reader, row));
      }
      return spans;
    }
  }

  private Known<V> known(Reader<V> reader, ResultSet row) throws SQLException {
    return new Known<>(dated(reader, row), row.getLong("known_from"), row.getLong("known_until"));
  }

  private Dated<V> dated(Reader<V> reader, ResultSet row) throws SQLException {
    return new Dated<>(reader.read(row), day(row, "valid_from"), day(row, "valid_to"));
  }

  private static EffectiveDay day(ResultSet row, String column) throws SQLException {
    return new EffectiveDay(row.getObject(column, LocalDate.class));
  }
}
