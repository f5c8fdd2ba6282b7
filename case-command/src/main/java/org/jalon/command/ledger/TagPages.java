package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The entries of the index of tags for a range of positions, in order of position, tag and type,
 * read and sorted a stretch of positions at a time.
 */
final class TagPages {

  /** One row of the index. */
  record Entry(long position, long tag, long type) {}

  private static final int STRETCH = 10_000;

  private final Connection connection;
  private final long upTo;
  private final Deque<Entry> page = new ArrayDeque<>();
  private long after;

  TagPages(Connection connection, long after, long upTo) {
    this.connection = connection;
    this.after = after;
    this.upTo = upTo;
  }

  /** The next entry without taking it, empty at the end of the range. */
  Optional<Entry> peek() throws SQLException {
    while (page.isEmpty() && after < upTo) {
      long last = Math.min(upTo, after + STRETCH);
      read(last);
      after = last;
    }
    return Optional.ofNullable(page.peek());
  }

  /** Takes the entry that was peeked at. */
  void take() {
    page.remove();
  }

  private void read(long last) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT position, tag, type FROM event_tag
            WHERE position > ? AND position <= ? ORDER BY position, tag, type
            """)) {
      statement.setLong(1, after);
      statement.setLong(2, last);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          page.add(new Entry(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
  }
}
