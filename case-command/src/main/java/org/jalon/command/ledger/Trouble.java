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
  /** The head it follows is not in the database (any more): nothing stands. */
  HEAD_GONE,
  /** The database refuses every batch for now: nothing stands. */
  REFUSED;

  private static final String HEAD_MISSING = "JL001";
  private static final String NO_PARTITION = "23514";

  static Trouble of(SQLException error) {
    String state = error.getSQLState();
    if (state == null || state.length() != 5) {
      return IN_DOUBT;
    }
    if (state.equals(HEAD_MISSING)) {
      return HEAD_GONE;
    }
    if (state.equals(NO_PARTITION)) {
      return REFUSED;
    }
    return switch (state.substring(0, 2)) {
      case "22", "23", "54" -> EVENTS;
      case "08", "40", "55", "57", "58" -> IN_DOUBT;
      default -> REFUSED;
    };
  }
}
