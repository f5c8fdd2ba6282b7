package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.feed.Recorded;
import org.jalon.workload.caseload.Entry;
import org.jalon.workload.span.Known;

/**
 * An append-only table of what single facts say from a day on, known from a position until they are
 * rectified; what stands in the place of one keeps its position.
 */
abstract class EntryTable<V> {

  /** Its name. */
  abstract String table();

  /**
   * Selects the columns of {@link #read}, valid_from and position of what is known at a position.
   */
  abstract String known();

  /** Inserts position, valid_from, known_from, known_until, then the columns of {@link #bind}. */
  abstract String insert();

  /** What a fact says here; empty for other facts. */
  abstract Optional<V> of(Event event);

  /** Sets the columns from the fifth parameter on. */
  abstract void bind(Connection connection, PreparedStatement insert, V value) throws SQLException;

  /** Reads the value of a row. */
  abstract V read(ResultSet row) throws SQLException;

  final void add(Connection connection, Recorded recorded) throws SQLException {
    if (recorded.event() instanceof EntryRectified rectified) {
      rectify(connection, recorded.position(), rectified);
    } else {
      Optional<V> value = of(recorded.event());
      if (value.isPresent()) {
        var entry = new Entry<>(value.get(), recorded.day(), recorded.position());
        insert(connection, entry, recorded.position());
      }
    }
  }

  /** Everything known at a position. */
  final List<Entry<V>> at(Connection connection, long position) throws SQLException {
    try (var query = connection.prepareStatement(known())) {
      query.setLong(1, position);
      query.setLong(2, position);
      try (var row = query.executeQuery()) {
        var entries = new ArrayList<Entry<V>>();
        while (row.next()) {
          var from = new EffectiveDay(row.getObject("valid_from", LocalDate.class));
          entries.add(new Entry<>(read(row), from, row.getLong("position")));
        }
        return entries;
      }
    }
  }

  private void rectify(Connection connection, long position, EntryRectified rectified)
      throws SQLException {
    if (!holds(connection, rectified.position())) {
      return;
    }
    supersede(connection, rectified.position(), position);
    Replacement other = rectified.replacement();
    Optional<V> value = other == null ? Optional.empty() : of(other.event());
    if (other != null && value.isPresent()) {
      insert(connection, new Entry<>(value.get(), other.day(), rectified.position()), position);
    }
  }

  private boolean holds(Connection connection, long entry) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT 1 FROM %s WHERE position = ? LIMIT 1".formatted(table()))) {
      query.setLong(1, entry);
      try (var row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private void supersede(Connection connection, long entry, long position) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE %s SET known_until = ? WHERE position = ? AND known_from < ? AND known_until = ?
            """
                .formatted(table()))) {
      update.setLong(1, position);
      update.setLong(2, entry);
      update.setLong(3, position);
      update.setLong(4, Known.STILL);
      update.executeUpdate();
    }
  }

  private void insert(Connection connection, Entry<V> entry, long knownFrom) throws SQLException {
    try (var insert = connection.prepareStatement(insert())) {
      insert.setLong(1, entry.position());
      insert.setObject(2, entry.from().value());
      insert.setLong(3, knownFrom);
      insert.setLong(4, Known.STILL);
      bind(connection, insert, entry.value());
      insert.executeUpdate();
    }
  }
}
