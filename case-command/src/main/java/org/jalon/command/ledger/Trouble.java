package org.jalon.command.ledger;

import java.sql.SQLException;

/** What an error says about the batch that met it. */
enum Trouble {

  /**
   * Connection lost, cancelled or timed out: perhaps it stands; the same append again will tell.
   */
  IN_DOUBT,
  /** The database took offence at an event: nothing stands, and the others may do without it. */
  EVENTS,
  /** No partition holds a position of its events, though its own place was free: nothing stands. */
  NO_ROOM,
  /** The head it follows is not in the database (any more): nothing stands. */
  HEAD_GONE,
  /** It took too long and was cancelled: nothing stands; a smaller one, or more time, may do. */
  SLOW,
  /** A lock was not to be had in time: nothing stands; the same again may do. */
  LATER,
  /** The database refuses every batch for now: nothing stands. */
  REFUSED;

  private static final String HEAD_MISSING = "JL001";
  private static final String NO_PARTITION = "23514";
  private static final String CANCELLED = "57014";
  private static final String LOCK_TIMEOUT = "55P03";
  private static final String SERIALIZATION = "40001";
  private static final String DEADLOCK = "40P01";

  static Trouble of(SQLException error) {
    String state = error.getSQLState();
    if (state == null || state.length() != 5) {
      return IN_DOUBT;
    }
    return switch (state) {
      case HEAD_MISSING -> HEAD_GONE;
      case NO_PARTITION -> NO_ROOM;
      case CANCELLED -> SLOW;
      case LOCK_TIMEOUT, SERIALIZATION, DEADLOCK -> LATER;
      default ->
          switch (state.substring(0, 2)) {
            case "22", "23", "54" -> EVENTS;
            case "08", "40", "55", "57", "58" -> IN_DOUBT;
            default -> REFUSED;
          };
    };
  }
}
