package org.jalon.kernel;

/** Who may read a narrative. */
public enum Visibility {
  /** The team that follows the case. */
  TEAM,
  /** Its author and the referent only. */
  RESTRICTED,
  /** Partners too, with a consent in force. */
  PARTNERS
}
