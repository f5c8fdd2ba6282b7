package org.jalon.query.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What asks for attention on a case. */
public enum Flag {
  /** The planned duration of the accompaniment has passed. */
  DURATION_ENDED,
  /** The due day of an objective has passed, and it is neither met nor abandoned. */
  OBJECTIVE_OVERDUE,
  /** The accompaniment counts and nobody pilots it. */
  UNASSIGNED;

  /** The flags of a case at the end of a day. */
  public static List<Flag> of(CaseFile file, LocalDate on) {
    return switch (file) {
      case CaseFile.Active(_, _, var current) -> of(current, on);
      case CaseFile.Unopened _, CaseFile.Intake _, CaseFile.Closed _ -> List.of();
    };
  }

  private static List<Flag> of(Accompaniment current, LocalDate on) {
    var flags = new ArrayList<Flag>();
    if (current.plannedUntil() != null && current.plannedUntil().isBefore(on)) {
      flags.add(DURATION_ENDED);
    }
    if (current.objectives().stream()
        .anyMatch(one -> !one.state().isFinal() && one.dueOn().isBefore(on))) {
      flags.add(OBJECTIVE_OVERDUE);
    }
    if (current.mandate().isEmpty()) {
      flags.add(UNASSIGNED);
    }
    return List.copyOf(flags);
  }
}
