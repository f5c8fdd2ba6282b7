package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sends batches over one connection, and the same batch again while its outcome is in doubt. */
final class Settling {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final int MOST_PATIENCE = 16;

  private final DataSource source;
  private final LedgerOptions options;
  private final BooleanSupplier givingUp;
  private @Nullable WriterSession session;
  private int patience = 1;

  /**
   * @param givingUp whether a doubt may be left open, because the ledger closes
   */
  Settling(DataSource source, LedgerOptions options, BooleanSupplier givingUp) {
    this.source = source;
    this.options = options;
    this.givingUp = givingUp;
  }

  Connection connection() throws SQLException {
    return session().connection();
  }

  /**
   * Appends the batch.
   *
   * @return whether it stands; if not, another stands in its place
   * @throws SQLException if it is known not to stand
   * @throws IllegalStateException if it was given up in doubt
   */
  boolean settle(Batch batch) throws SQLException {
    boolean inDoubt = false;
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        boolean stands = session().append(batch);
        patienceWasEnough();
        return stands;
      } catch (SQLException e) {
        if (knownNotToStand(e, inDoubt)) {
          throw e;
        }
        inDoubt = true;
        if (session != null) {
          morePatience();
        }
        if (givingUp.getAsBoolean()) {
          throw new IllegalStateException("closed before the outcome of a batch was settled", e);
        }
      }
      LockSupport.parkNanos(pause.toNanos());
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }
  }

  /**
   * Before any doubt: what kept it from being sent, or was answered by a server that is still
   * there. In doubt: only what the server says after it has seen that no such batch stands.
   */
  private boolean knownNotToStand(SQLException error, boolean inDoubt) {
    if (session == null) {
      return !inDoubt;
    }
    return switch (Trouble.of(error)) {
      case IN_DOUBT -> false;
      case SLOW, LATER, REFUSED -> !inDoubt && session.alive();
      case EVENTS, HEAD_GONE -> session.alive();
    };
  }

  /** From now on, until something was sent with success, the database may take twice as long. */
  void morePatience() {
    drop();
    patience = Math.min(2 * patience, MOST_PATIENCE);
  }

  private void patienceWasEnough() {
    if (patience > 1) {
      patience = 1;
      close();
    }
  }

  private WriterSession session() throws SQLException {
    if (session == null) {
      session = WriterSession.open(source, options.statement().multipliedBy(patience));
    }
    return session;
  }

  /** Throws the connection away; the next use opens another. */
  void drop() {
    if (session != null) {
      session.abort();
      session = null;
    }
  }

  void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
