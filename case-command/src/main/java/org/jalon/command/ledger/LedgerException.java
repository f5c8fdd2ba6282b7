package org.jalon.command.ledger;

import org.jspecify.annotations.Nullable;

/** Why the ledger could not answer; a conflict is none of these. */
public abstract sealed class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private LedgerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Too much waits already, or it waited too long; nothing was appended, try again later. */
  public static final class Busy extends LedgerException {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
      super(message, null);
    }
  }

  /** The database cannot be reached or refuses, or the ledger closes; nothing was appended. */
  public static final class Unavailable extends LedgerException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** What a reader has read is not in the database (any more): what follows is another history. */
  public static final class HistoryForked extends LedgerException {
    private static final long serialVersionUID = 1L;

    HistoryForked(long position, long head) {
      super(
          "HISTORY_FORKED: the ledger, which ends at %d, does not hold position %d with the chain hash it was read with; find out which of the two is right, then read again from the start"
              .formatted(head, position),
          null);
    }
  }

  /** The deadline passed before it was known whether the append stands; a repeat must ask first. */
  public static final class OutcomeUnknown extends LedgerException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The database took offence at the events themselves; nothing was appended, nor will be. */
  public static final class Unstorable extends LedgerException {
    private static final long serialVersionUID = 1L;

    Unstorable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
