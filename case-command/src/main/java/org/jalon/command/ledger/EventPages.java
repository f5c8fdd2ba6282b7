package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jalon.command.ledger.chain.EventRow;

/** The events of a range one by one, read page by page. */
final class EventPages {

  private static final int PAGE = 1_000;

  private final Connection connection;
  private final long upTo;
  private final Deque<EventRow> page = new ArrayDeque<>();
  private long after;

  EventPages(Connection connection, long after, long upTo) {
    this.connection = connection;
    this.after = after;
    this.upTo = upTo;
  }

  /** The next one, empty at the end of the range. */
  Optional<EventRow> next() throws SQLException {
    if (page.isEmpty()) {
      page.addAll(EventTable.rows(connection, after, upTo, PAGE));
    }
    EventRow next = page.poll();
    if (next != null) {
      after = next.position();
    }
    return Optional.ofNullable(next);
  }
}
