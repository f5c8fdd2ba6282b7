package org.jalon.command.ledger;

import java.sql.SQLException;
import java.time.Duration;

/**
 * When this node takes turns with others that write to the same ledger: not before it has met one,
 * so that a lone node asks for no lease, and for a while after. The swap keeps the ledger right
 * without; turns spare swaps that are lost. Used by the writer alone.
 */
final class Turns {

  /** A lease that is given sooner was free. */
  private static final Duration FREE = Duration.ofMillis(2);

  private static final Duration MET = Duration.ofSeconds(2);
  private static final Duration TURN = Duration.ofMillis(50);
  private static final Duration WITHOUT = Duration.ofSeconds(1);

  private boolean taking;
  private long takingUntil;
  private long turnEnds;
  private boolean without;
  private long withoutUntil;

  /** Another node has written or holds the lease. */
  void met() {
    taking = true;
    takingUntil = System.nanoTime() + MET.toNanos();
  }

  /** Whether a batch may be sent as things are. */
  boolean settled(WriterSession session) {
    long now = System.nanoTime();
    return taken(now)
        ? session.holdsLease() ? now - turnEnds < 0 : withoutLease(now)
        : !session.holdsLease();
  }

  /**
   * Takes the lease or gives it back; waits for it no longer than for any lock, then goes without
   * for a while.
   *
   * @return whether others may have written meanwhile
   */
  boolean settle(WriterSession session) throws SQLException {
    if (settled(session)) {
      return false;
    }
    if (!taken(System.nanoTime())) {
      session.releaseLease();
      return false;
    }
    try {
      long asked = System.nanoTime();
      session.takeLease();
      long given = System.nanoTime();
      if (given - asked > FREE.toNanos()) {
        met();
      }
      turnEnds = given + TURN.toNanos();
      without = false;
    } catch (SQLException e) {
      if (Trouble.of(e) != Trouble.LATER) {
        throw e;
      }
      without = true;
      withoutUntil = System.nanoTime() + WITHOUT.toNanos();
    }
    return true;
  }

  private boolean taken(long now) {
    taking = taking && now - takingUntil < 0;
    return taking;
  }

  private boolean withoutLease(long now) {
    without = without && now - withoutUntil < 0;
    return without;
  }
}
