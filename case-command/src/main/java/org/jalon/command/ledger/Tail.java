package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Knows how far the ledger reaches: told of its own batches at once, of those of other processes by
 * notification, and by asking should one be missed. Whenever it asks, also after its connection was
 * lost, it compares what was known here with what the database holds.
 */
final class Tail implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Tail.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final PGNotification[] NOTHING = {};

  private final DataSource source;
  private final String channel;
  private final Duration poll;
  private final Duration answer;
  private final History history;
  private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Thread thread;
  private volatile long position;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  Tail(DataSource source, String channel, LedgerOptions options, long position, History history) {
    this.source = source;
    this.channel = channel;
    this.poll = options.poll();
    this.answer = options.deadline();
    this.history = history;
    this.position = position;
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("ledger-tail-" + channel)
            .uncaughtExceptionHandler((_, e) -> died(e))
            .unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean closed() {
    return closed;
  }

  /** Why it follows the ledger no longer, if so. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  private void died(Throwable cause) {
    failure = cause;
    LOG.log(System.Logger.Level.ERROR, "the ledger is no longer followed", cause);
  }

  /** The highest position known to be committed. */
  long position() {
    return position;
  }

  /** Everything up to here is committed. */
  void reached(long newest) {
    if (newest <= position) {
      return;
    }
    lock.lock();
    try {
      position = Math.max(position, newest);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.values().forEach(Runnable::run);
  }

  /** Everything behind this position is gone. */
  void rewound(long to) {
    lock.lock();
    try {
      position = to;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.values().forEach(Runnable::run);
  }

  /** Waits for the ledger to reach beyond a position; returns how far it reaches. */
  long awaitBeyond(long known, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (position <= known && left > 0 && !closed) {
        left = grown.awaitNanos(left);
      }
      return position;
    } finally {
      lock.unlock();
    }
  }

  /** Runs the listener, which must be quick, whenever the ledger has grown. */
  void listen(Object key, Runnable listener) {
    listeners.put(key, listener);
  }

  void forget(Object key) {
    listeners.remove(key);
  }

  private void run() {
    while (!closed) {
      try (Connection connection = source.getConnection()) {
        follow(connection);
      } catch (SQLException e) {
        if (!closed) {
          LOG.log(System.Logger.Level.WARNING, "cannot follow the ledger, trying again", e);
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private void follow(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answer.toMillis()));
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + channel);
      PGConnection notified = connection.unwrap(PGConnection.class);
      while (!closed) {
        reached(history.compare(connection).last());
        hear(notified);
      }
      statement.execute("UNLISTEN " + channel);
    } catch (SQLException | RuntimeException e) {
      connection.abort(Runnable::run); // else it would listen on in the pool
      throw e;
    }
  }

  /** Listens until it is time to ask again. */
  private void hear(PGConnection connection) throws SQLException {
    long until = System.nanoTime() + poll.toNanos();
    while (!closed && System.nanoTime() - until < 0) {
      PGNotification[] heard = connection.getNotifications((int) STEP.toMillis());
      for (PGNotification notification : heard == null ? NOTHING : heard) {
        reached(Long.parseLong(notification.getParameter()));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    lock.lock();
    try {
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(STEP.plus(PAUSE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
