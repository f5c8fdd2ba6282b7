package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The questions asked of the ledger's tables; every connection sees its schema already. */
final class EventTable {

  static final String COLUMNS =
      "e.position, e.type, e.effective_day, e.recorded_at, e.event_id, e.tags, e.metadata,"
          + " e.payload, e.sealed, e.sealed_hash";

  private static final String BATCH =
      "SELECT first_position, last_position, merkle_root, chain_hash, recorded_at FROM batch ";

  private EventTable() {}

  static BatchRow head(Connection connection) throws SQLException {
    return batch(connection, BATCH + "ORDER BY first_position DESC LIMIT 1")
        .orElseThrow(() -> new SQLException("the ledger's batch table is empty: no genesis"));
  }

  /** The batch that holds the position; the genesis for position 0. */
  static BatchRow batchHolding(Connection connection, long position) throws SQLException {
    String sql = BATCH + "WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1";
    return batch(connection, sql, position)
        .orElseThrow(() -> new SQLException("no batch holds position " + position));
  }

  /** Position of the first event recorded at or after the instant. */
  static OptionalLong firstRecordedFrom(Connection connection, Instant from) throws SQLException {
    String sql =
        BATCH
            + "WHERE recorded_at >= ? AND first_position > 0"
            + " ORDER BY recorded_at, first_position LIMIT 1";
    return batch(connection, sql, OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
        .map(row -> OptionalLong.of(row.first()))
        .orElse(OptionalLong.empty());
  }

  /** Makes room ahead; returns the last position there is room for. */
  static long ensurePartitions(Connection connection, long position) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT ensure_partitions(?)")) {
      statement.setLong(1, position);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Events after a position, in order, at most so many, with their batches' chain hashes. */
  static List<StoredEvent> after(Connection connection, long after, int most) throws SQLException {
    List<BatchRow> batches = batchesAfter(connection, after, most);
    if (batches.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT %s FROM event e WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?"
            .formatted(COLUMNS);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, after);
      statement.setLong(2, batches.getLast().last());
      statement.setInt(3, most);
      List<StoredEvent> events = new ArrayList<>();
      var batch = batches.iterator();
      BatchRow current = batch.next();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          EventRow event = event(rows);
          while (current.last() < event.position()) {
            current = batch.next();
          }
          events.add(StoredEvent.of(event, current.chain()));
        }
      }
      return events;
    }
  }

  private static List<BatchRow> batchesAfter(Connection connection, long after, int most)
      throws SQLException {
    String sql =
        BATCH
            + """
            WHERE first_position >= (SELECT max(first_position) FROM batch WHERE first_position <= ?)
              AND last_position > ?
            ORDER BY first_position LIMIT ?
            """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, after + 1);
      statement.setLong(2, after);
      statement.setInt(3, most);
      List<BatchRow> batches = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          batches.add(batch(rows));
        }
      }
      return batches;
    }
  }

  /**
   * Events in a range that one of the criteria may match, judged by fingerprints, in order, at most
   * so many.
   */
  static List<StoredEvent> matching(
      Connection connection, List<Criterion> criteria, long after, long upTo, int most)
      throws SQLException {
    Matching matching = new Matching(criteria, after, upTo);
    String sql =
        """
        SELECT %s, b.chain_hash
        FROM (%s) m
        JOIN event e ON e.position = m.position
        CROSS JOIN LATERAL (
          SELECT chain_hash FROM batch
          WHERE first_position <= e.position ORDER BY first_position DESC LIMIT 1) b
        ORDER BY e.position LIMIT ?
        """
            .formatted(COLUMNS, matching.sql());
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(matching.bind(statement), most);
      List<StoredEvent> events = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          events.add(StoredEvent.of(event(rows), rows.getBytes("chain_hash")));
        }
      }
      return events;
    }
  }

  /** Whether an event in a range matches one of the criteria, judged by the texts. */
  static boolean anyMatch(Connection connection, List<Criterion> criteria, long after, long upTo)
      throws SQLException {
    int most = 100;
    long from = after;
    while (true) {
      List<StoredEvent> page = matching(connection, criteria, from, upTo, most);
      for (StoredEvent event : page) {
        if (criteria.stream().anyMatch(one -> one.matches(event.name(), event.tags()))) {
          return true;
        }
      }
      if (page.size() < most) {
        return false;
      }
      from = page.getLast().position();
    }
  }

  private static Optional<BatchRow> batch(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(batch(rows)) : Optional.empty();
      }
    }
  }

  static BatchRow batch(ResultSet rows) throws SQLException {
    return new BatchRow(
        rows.getLong(1), rows.getLong(2), rows.getBytes(3), rows.getBytes(4), micros(rows, 5));
  }

  static EventRow event(ResultSet rows) throws SQLException {
    byte @Nullable [] sealed = rows.getBytes(9);
    byte @Nullable [] sealedHash = rows.getBytes(10);
    return new EventRow(
        rows.getLong(1),
        rows.getString(2),
        rows.getObject(3, LocalDate.class).toEpochDay(),
        micros(rows, 4),
        rows.getObject(5, UUID.class),
        rows.getBytes(6),
        rows.getBytes(7),
        rows.getBytes(8),
        sealed,
        sealedHash);
  }

  private static long micros(ResultSet rows, int column) throws SQLException {
    return Micros.of(rows.getObject(column, OffsetDateTime.class).toInstant());
  }
}
