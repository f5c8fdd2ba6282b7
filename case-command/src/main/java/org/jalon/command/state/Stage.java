package org.jalon.command.state;

/** Where a case stands. */
public enum Stage {
  /** Not opened. */
  ABSENT,
  /** Open, without a running accompaniment. */
  INTAKE,
  /** Accompanied: counted in the caseload. */
  ACTIVE,
  /** Closed. */
  CLOSED
}
