package org.jalon.kernel;

/** Why somebody acts or reads; a code, never free text. */
public enum Purpose {
  /** Working with the household. */
  CARE,
  /** Reception and first answers. */
  INTAKE,
  /** Standing in for a colleague. */
  CONTINUITY,
  /** Regulation in the team. */
  REGULATION,
  /** Verifying the record. */
  AUDIT,
  /** Answering a person who asks for their data. */
  RIGHTS_REQUEST,
  /** Applying retention. */
  RETENTION,
  /** Helping users of the system. */
  SUPPORT,
  /** Preventing danger at once. */
  EMERGENCY
}
