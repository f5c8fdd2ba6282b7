package org.jalon.query.caselist;

/** Where a case is in its life. */
public enum CaseStatus {
  /** Reception, diagnosis, preparation of an accompaniment. */
  INTAKE,
  /** Accompanied. */
  ACTIVE,
  /** Accompanied, and paused. */
  SUSPENDED,
  /** Over. */
  CLOSED
}
