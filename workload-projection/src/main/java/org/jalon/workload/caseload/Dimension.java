package org.jalon.workload.caseload;

import java.util.Locale;

/** By what a caseload is broken down. */
public enum Dimension {
  /** One professional who pilots cases. */
  REFERENT,
  /** The team at whose posts the cases count. */
  TEAM,
  /** The territory of that team. */
  TERRITORY,
  /** The profession of the posts at which the cases count. */
  PROFESSION,
  /** The programme of the cases. */
  PROGRAMME;

  /** The id of the row of cases that belong to none. */
  public static final String UNASSIGNED = "(unassigned)";

  /** As it is written in questions and answers: {@code team}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
