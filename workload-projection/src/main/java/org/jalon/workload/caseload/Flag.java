package org.jalon.workload.caseload;

/** What to know about a figure or a case before it is read. */
public enum Flag {
  /** The referent holds no post; the case stays in the team where it last counted. */
  ORPHANED,
  /** There is no referent. */
  UNASSIGNED,
  /** A holder's profession has no caseload standard. */
  OUTSIDE_STANDARD,
  /** The FTE works for other programmes too. */
  FTE_SHARED,
  /** A denominator is 0, so its ratio is absent. */
  WITHOUT_FTE,
  /** More than 50 cases per FTE. */
  OVER_50
}
