package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Micros;
import org.jspecify.annotations.Nullable;

/**
 * The questions asked of the events, each answered in pages bounded by number and bytes; every
 * connection sees its schema already.
 */
final class EventTable {

  /** Bytes at which a page ends; the event that reaches them is its last. */
  static final long PAGE_BYTES = 8L * 1024 * 1024;

  /** Of an event {@code e}, in the order of {@link EventRow}. */
  static final String COLUMNS =
      "e.position, e.type, e.effective_day, e.recorded_at, e.event_id, e.tags, e.metadata,"
          + " e.payload, e.sealed, e.sealed_hash";

  /** As {@link EventRow#storedBytes}; lengths are known without reading what they measure. */
  private static final String BYTES =
      "octet_length(e.tags) + octet_length(e.metadata) + octet_length(e.payload)"
          + " + coalesce(octet_length(e.sealed), 0)";

  private static final byte[] NO_CHAIN_HASH = {};

  private static final String BYTES_BEFORE =
      "sum(%1$s) OVER (ORDER BY e.position ROWS UNBOUNDED PRECEDING) - (%1$s) AS bytes_before"
          .formatted(BYTES);

  /**
   * Events in order.
   *
   * @param last whether none follow in the range that was asked for
   */
  record Page(List<StoredEvent> events, boolean last) {

    static final Page NOTHING = new Page(List.of(), true);
  }

  private EventTable() {}

  /** A page of events after a position, at most so many, with their batches' chain hashes. */
  static List<StoredEvent> after(Connection connection, long after, int most) throws SQLException {
    List<BatchRow> batches = BatchTable.holding(connection, after, after + most, most);
    if (batches.isEmpty()) {
      return List.of();
    }
    long upTo = Math.min(after + most, batches.getLast().last());
    Chaining chaining = new Chaining(batches, after);
    try (EventCopy copy = new EventCopy(connection, page(connection, after, upTo))) {
      for (EventRow row = copy.next(); row != null; row = copy.next()) {
        chaining.take(row);
      }
    }
    return chaining.events();
  }

  /** The query for a page; asking first whether all fits makes it cheaper by a third. */
  private static String page(Connection connection, long after, long upTo) throws SQLException {
    return bytes(connection, after, upTo) < PAGE_BYTES
        ? "SELECT %s FROM event e WHERE position > %d AND position <= %d ORDER BY position"
            .formatted(COLUMNS, after, upTo)
        : """
        SELECT %1$s
        FROM (
          SELECT e.*, %2$s FROM event e WHERE position > %4$d AND position <= %5$d) e
        WHERE bytes_before < %3$d ORDER BY position
        """
            .formatted(COLUMNS, BYTES_BEFORE, PAGE_BYTES, after, upTo);
  }

  private static long bytes(Connection connection, long after, long upTo) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT coalesce(sum(%s), 0) FROM event e WHERE position > ? AND position <= ?"
                .formatted(BYTES))) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** A page of events in a range, at most so many, as stored. */
  static List<EventRow> rows(Connection connection, long after, long upTo, int most)
      throws SQLException {
    String sql =
        """
        SELECT %1$s
        FROM (
          SELECT e.*, %2$s FROM event e
          WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?) e
        WHERE e.bytes_before < %3$d
        ORDER BY e.position
        """
            .formatted(COLUMNS, BYTES_BEFORE, PAGE_BYTES);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      statement.setInt(3, most);
      List<EventRow> events = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          events.add(event(rows));
        }
      }
      return events;
    }
  }

  /** A page of events in a range, at most so many, whatever they are. */
  static Page all(Connection connection, long after, long upTo, int most) throws SQLException {
    List<StoredEvent> events =
        rows(connection, after, upTo, most).stream()
            .map(event -> StoredEvent.of(event, NO_CHAIN_HASH))
            .toList();
    return new Page(events, events.isEmpty() || events.getLast().position() == upTo);
  }

  /**
   * A page of events in a range that one of the criteria may match, judged by hashes, at most so
   * many.
   */
  static Page matching(
      Connection connection, List<Criterion> criteria, long after, long upTo, int most)
      throws SQLException {
    Matching matching = new Matching(criteria, after, upTo);
    String sql =
        """
        SELECT %1$s
        FROM (
          SELECT e.*, %2$s
          FROM (SELECT position FROM (%3$s) m ORDER BY position LIMIT ?) m
          CROSS JOIN LATERAL (SELECT * FROM event WHERE position = m.position OFFSET 0) e) e
        WHERE e.bytes_before < %4$d
        ORDER BY e.position
        """
            .formatted(COLUMNS, BYTES_BEFORE, matching.sql(), PAGE_BYTES);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(matching.bind(statement), most);
      List<StoredEvent> events = new ArrayList<>();
      long bytes = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          EventRow event = event(rows);
          bytes += event.storedBytes();
          events.add(StoredEvent.of(event, NO_CHAIN_HASH));
        }
      }
      return new Page(events, events.size() < most && bytes < PAGE_BYTES);
    }
  }

  /** Whether an event in a range matches one of the criteria, judged by the texts. */
  static boolean anyMatch(Connection connection, List<Criterion> criteria, long after, long upTo)
      throws SQLException {
    int most = 100;
    Criteria anyOf = new Criteria(criteria);
    long from = after;
    while (true) {
      Page page = matching(connection, criteria, from, upTo, most);
      for (StoredEvent event : page.events()) {
        if (anyOf.match(event.name(), event.tags())) {
          return true;
        }
      }
      if (page.last()) {
        return false;
      }
      from = page.events().getLast().position();
    }
  }

  private static EventRow event(ResultSet rows) throws SQLException {
    byte @Nullable [] sealed = rows.getBytes(9);
    byte @Nullable [] sealedHash = rows.getBytes(10);
    return new EventRow(
        rows.getLong(1),
        rows.getString(2),
        rows.getObject(3, LocalDate.class).toEpochDay(),
        Micros.of(rows.getObject(4, OffsetDateTime.class).toInstant()),
        rows.getObject(5, UUID.class),
        rows.getBytes(6),
        rows.getBytes(7),
        rows.getBytes(8),
        sealed,
        sealedHash);
  }
}
