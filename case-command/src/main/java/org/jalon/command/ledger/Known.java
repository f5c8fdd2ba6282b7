package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;

/**
 * What the writer knows of the ledger: its head, and the recent positions before it. Used by the
 * writer alone; only {@link #head} and {@link #floor} are for other threads.
 */
final class Known {

  private static final int PAGE = 500;
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final int capacity;
  private final TagHashes hashes;
  private final Window window;
  private final History history;
  private volatile BatchRow head;
  private long seenAt = System.nanoTime();
  private int forks;

  Known(BatchRow head, int capacity, TagHashes hashes, History history) {
    this.head = head;
    this.history = history;
    history.saw(head);
    this.capacity = capacity;
    this.hashes = hashes;
    window = new Window(capacity);
    window.reset(head.last());
  }

  BatchRow head() {
    return head;
  }

  History history() {
    return history;
  }

  /** Whether somebody found, since this was brought up to date, that batches are gone. */
  boolean outdated() {
    return forks != history.forks();
  }

  /** Conditions on markers before this position cannot be checked here. */
  long floor() {
    return window.floor();
  }

  /**
   * Whether the head was last seen in the database more than a second ago: the tables may have gone
   * back in time since.
   */
  boolean stale() {
    return System.nanoTime() - seenAt > FRESH.toNanos();
  }

  /** Whether something speaks against the request, be it only assumed. */
  boolean mayConflict(AppendRequest request) {
    return mayConflict(request, Long.MAX_VALUE);
  }

  /** Whether something that stands speaks against the request. */
  boolean mayConflictAsItStands(AppendRequest request) {
    return mayConflict(request, head.last());
  }

  private boolean mayConflict(AppendRequest request, long upTo) {
    long marker = request.marker();
    return request.criteria().stream().anyMatch(one -> window.mayConflict(one, marker, upTo));
  }

  /** Counts the request's events as if they stood, until it is known whether they do. */
  void assume(AppendRequest request) {
    for (StagedEvent one : request.staged()) {
      window.add(one.tagHashes(), one.typeHash());
    }
  }

  /** What was assumed stands. */
  void confirm(BatchRow batch) {
    history.saw(batch);
    head = batch;
    seenAt = System.nanoTime();
  }

  /** What was assumed does not stand. */
  void takeBack() {
    window.truncate(head.last());
  }

  /** What was assumed behind this position does not stand. */
  void takeBack(long position) {
    window.truncate(position);
  }

  /** Reads what others appended behind the head known here; nothing may be assumed. */
  void catchUp(Connection connection) throws SQLException {
    long asked = System.nanoTime();
    int known = history.forks();
    BatchRow newest = BatchTable.head(connection);
    BatchRow mine = BatchTable.batchHolding(connection, head.last());
    if (!mine.sameAs(head)) {
      history.compare(connection);
      known = history.forks();
    }
    if (!mine.sameAs(head) || newest.last() - head.last() > capacity) {
      window.reset(newest.last());
    } else {
      readTail(connection, newest.last());
    }
    history.saw(newest);
    head = newest;
    seenAt = asked;
    forks = known;
  }

  /** Believes the database and forgets everything else. */
  void startAfresh(Connection connection) throws SQLException {
    head = history.compare(connection);
    forks = history.forks();
    forget();
  }

  /** Keeps the head only. */
  void forget() {
    window.reset(head.last());
  }

  private void readTail(Connection connection, long upTo) throws SQLException {
    long position = head.last();
    while (position < upTo) {
      int most = (int) Math.min(PAGE, upTo - position);
      List<StoredEvent> events = EventTable.after(connection, position, most);
      if (events.isEmpty()) {
        throw new SQLException("nothing follows position %d of %d".formatted(position, upTo));
      }
      for (StoredEvent event : events) {
        window.add(hashes.tags(event.tags()), hashes.type(event.name()));
        position = event.position();
      }
    }
  }
}
