package org.jalon.workload.caseload;

import java.util.Locale;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;

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

  /**
   * A scope's id of the right kind.
   *
   * @throws org.jalon.kernel.InvalidValue if the text is no such id
   */
  public Identifier id(String text) {
    return switch (this) {
      case REFERENT -> new ProfessionalId(text);
      case TEAM -> new TeamId(text);
      case TERRITORY -> new TerritoryId(text);
      case PROFESSION -> new ProfessionId(text);
      case PROGRAMME -> new ProgrammeId(text);
    };
  }

  /** As it is written in questions and answers: {@code team}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
