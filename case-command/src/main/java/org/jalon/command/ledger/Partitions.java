package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Has the next partition made well before it is needed, and again and again when that fails. */
final class Partitions implements AutoCloseable {

  /**
   * What the tables have room for.
   *
   * @param last the last position
   * @param ahead how far behind it the head has to stay, in positions
   */
  record Room(long last, long ahead) {}

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Room UNKNOWN = new Room(Long.MAX_VALUE, Long.MAX_VALUE);
  private static final System.Logger LOG = System.getLogger(Partitions.class.getName());

  private final DataSource source;
  private final Executor executor;
  private final AtomicBoolean making = new AtomicBoolean();
  private final AtomicInteger losses = new AtomicInteger();
  private volatile Room room = UNKNOWN;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  Partitions(DataSource source, Executor executor) {
    this.source = source;
    this.executor = executor;
  }

  /** Makes room on another thread when little is left. */
  void ahead(long head) {
    Room known = room;
    if (head > known.last() - known.ahead()) {
      begin();
    }
  }

  /**
   * Believes no longer that what was made is there, as after a failover to a server that is behind,
   * and makes it on another thread.
   */
  void lost() {
    losses.incrementAndGet();
    room = UNKNOWN;
    begin();
  }

  /** Makes room on this thread; what keeps it from that is tried again on another. */
  void now(Connection connection) {
    making.set(true);
    attempt(connection);
  }

  /** Whether a position is known to have no room yet. */
  boolean lacks(long position) {
    return position > room.last();
  }

  /** Why no room was made ahead when it was last tried, and how far what is there reaches. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** How far ahead partitions are made, for who comes too early. */
  String reach() {
    return "they are made %d positions ahead; try again, or split the append"
        .formatted(room.ahead());
  }

  private void begin() {
    if (!closed && making.compareAndSet(false, true)) {
      executor.execute(this::make);
    }
  }

  private void make() {
    try (Connection connection = source.getConnection()) {
      attempt(connection);
    } catch (SQLException e) {
      failed(e);
    }
  }

  private void attempt(Connection connection) {
    int before = losses.get();
    try {
      room = BatchTable.roomAhead(connection);
      trouble = null;
      making.set(false);
      if (losses.get() != before) {
        room = UNKNOWN;
        begin();
      }
    } catch (SQLException e) {
      failed(e);
    }
  }

  private void failed(SQLException reason) {
    Room known = room;
    trouble =
        "no partition can be made ahead, %s: %s"
            .formatted(
                known == UNKNOWN
                    ? "and how far those reach that are there is not known"
                    : "those that are there reach position " + known.last(),
                reason.getMessage());
    LOG.log(System.Logger.Level.WARNING, trouble, reason);
    if (!closed) {
      CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, executor)
          .execute(this::retry);
    }
  }

  private void retry() {
    if (!closed) {
      make();
    }
  }

  /** Tries no more. */
  @Override
  public void close() {
    closed = true;
  }
}
