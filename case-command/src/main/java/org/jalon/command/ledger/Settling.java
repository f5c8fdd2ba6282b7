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

  /** What is known of a batch that was sent. */
  enum Verdict {
    STANDS,
    /** Another stands in its place. */
    LOST,
    IN_DOUBT
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final int MOST_PATIENCE = 16;

  private static final System.Logger LOG = System.getLogger(Settling.class.getName());

  private final Turns turns = new Turns();
  private final DataSource source;
  private final LedgerOptions options;
  private final BooleanSupplier givingUp;
  private @Nullable WriterSession session;
  private @Nullable SQLException trouble;
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

  /** Whether a batch can be sent at once: it has a connection, and its turn if it takes any. */
  boolean ready() {
    return session != null && turns.settled(session);
  }

  /** Another node has written. */
  void met() {
    turns.met();
  }

  /**
   * Waits for this node's turn, if it takes any, or ends it. A connection that fails is thrown
   * away, for the batch to try another.
   *
   * @return whether others may have written meanwhile
   */
  boolean turn() {
    if (session == null) {
      return false;
    }
    try {
      return turns.settle(session);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.INFO, "the connection was lost between two batches", e);
      drop();
      return false;
    }
  }

  /** Gives the turn back when there is nothing to write. */
  void rest() {
    if (session != null && session.holdsLease()) {
      try {
        session.releaseLease();
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.INFO, "the connection was lost with the lease", e);
        drop();
      }
    }
  }

  /**
   * Sends the batch once.
   *
   * @param inDoubt whether it may stand already
   * @throws SQLException if it is known not to stand
   */
  Verdict send(Batch batch, boolean inDoubt) throws SQLException {
    giveTimeFor(batch);
    try {
      WriterSession used = session();
      boolean stands = used.append(batch);
      if (used.leasedElsewhere()) {
        turns.met();
      }
      patienceWasEnough();
      return stands ? Verdict.STANDS : Verdict.LOST;
    } catch (SQLException e) {
      if (knownNotToStand(e, inDoubt)) {
        throw e;
      }
      trouble = e;
      if (session != null) {
        morePatience();
      }
      return Verdict.IN_DOUBT;
    }
  }

  /**
   * Sends a batch that may stand already until there is no doubt.
   *
   * @return not {@link Verdict#IN_DOUBT}
   * @throws SQLException if it is known not to stand
   * @throws IllegalStateException if it was given up in doubt
   */
  Verdict settle(Batch batch) throws SQLException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      if (givingUp.getAsBoolean()) {
        throw new IllegalStateException(
            "closed before the outcome of a batch was settled", trouble);
      }
      LockSupport.parkNanos(pause.toNanos());
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      Verdict verdict = send(batch, true);
      if (verdict != Verdict.IN_DOUBT) {
        return verdict;
      }
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
      case EVENTS, NO_ROOM, HEAD_GONE -> session.alive();
    };
  }

  /** One request that is larger than a batch gets more time from the start. */
  private void giveTimeFor(Batch batch) {
    int wanted = Math.min(1 + (batch.events().size() - 1) / options.batchEvents(), MOST_PATIENCE);
    if (wanted > patience) {
      close();
      patience = wanted;
    }
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
