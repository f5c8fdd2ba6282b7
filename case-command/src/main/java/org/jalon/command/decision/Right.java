package org.jalon.command.decision;

/** What an actor may be allowed to do with a subject. */
public enum Right {
  /** Receive households and open their cases. */
  OPEN_CASES,
  /** Work on a case. */
  WORK_ON_CASE,
  /** Decide who is referent. */
  ASSIGN_REFERENT,
  /** Keep posts and who holds them. */
  KEEP_WORKFORCE,
  /** Rectify what was recorded. */
  RECTIFY,
  /** Keep programmes and norms. */
  KEEP_OFFER,
  /** Bring in records from elsewhere. */
  IMPORT
}
