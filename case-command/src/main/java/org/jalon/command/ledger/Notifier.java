package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Tells other processes how far the ledger reaches, by notification, after a batch is committed:
 * the last of what came quickly one after the other. Nobody waits for it; what it cannot tell,
 * others learn by asking.
 */
final class Notifier implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Notifier.class.getName());

  /** At most so often. */
  private static final Duration PACE = Duration.ofMillis(2);

  /** So long a connection is kept for what comes next. */
  private static final Duration KEPT = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofDays(10_000);

  private final DataSource source;
  private final String channel;
  private final Duration answer;
  private final Thread thread;
  private volatile long newest;
  private volatile boolean resting;
  private volatile boolean closed;
  private long told;

  /**
   * @param position need not be told
   */
  Notifier(DataSource source, String channel, LedgerOptions options, long position) {
    this.source = source;
    this.channel = channel;
    this.answer = options.deadline();
    newest = position;
    told = position;
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("ledger-notifier-" + channel)
            .uncaughtExceptionHandler(
                (_, e) -> LOG.log(System.Logger.Level.ERROR, "others are no longer notified", e))
            .unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The ledger now ends here; returns at once. */
  void reached(long position) {
    newest = position;
    wake();
  }

  private void wake() {
    if (resting) {
      resting = false;
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    boolean going = true;
    while (going && news(FOREVER)) {
      try (Connection connection = source.getConnection()) {
        tell(connection);
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.WARNING, "cannot notify others, trying again", e);
        going = !closed;
        rest(PAUSE);
      }
    }
  }

  /** Tells what is new and what follows while others append. */
  private void tell(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answer.toMillis()));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT set_config('synchronous_commit', 'off', true), pg_notify(?, ?)")) {
      statement.setString(1, channel);
      do {
        long position = newest;
        statement.setString(2, Long.toString(position));
        statement.execute();
        told = position;
        rest(PACE);
      } while (news(KEPT));
    }
  }

  /** Waits for something to tell, at most so long. */
  private boolean news(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    long left = atMost.toNanos();
    while (newest == told && !closed && left > 0) {
      resting = true;
      if (newest == told && !closed) {
        LockSupport.parkNanos(this, left);
      }
      resting = false;
      left = until - System.nanoTime();
    }
    return newest != told;
  }

  private void rest(Duration atMost) {
    if (!closed) {
      LockSupport.parkNanos(this, atMost.toNanos());
    }
  }

  /** Tells what is not told yet, if that can be done at once. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
