package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Has the next partition made well before it is needed. */
final class Partitions {

  /** How far ahead of the head there is room, in positions. */
  private static final long AHEAD = 2_000_000;

  private static final System.Logger LOG = System.getLogger(Partitions.class.getName());

  private final DataSource source;
  private final Executor executor;
  private final AtomicBoolean making = new AtomicBoolean();
  private volatile long room;

  Partitions(DataSource source, Executor executor) {
    this.source = source;
    this.executor = executor;
  }

  /** Makes room on another thread when little is left. */
  void ahead(long head) {
    if (head + AHEAD > room && making.compareAndSet(false, true)) {
      executor.execute(() -> make(head));
    }
  }

  /** Makes room on this thread. */
  void now(Connection connection, long head) throws SQLException {
    room = BatchTable.ensurePartitions(connection, head + AHEAD);
  }

  private void make(long head) {
    try (Connection connection = source.getConnection()) {
      now(connection, head);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "no partition made ahead of position " + head, e);
    } finally {
      making.set(false);
    }
  }
}
