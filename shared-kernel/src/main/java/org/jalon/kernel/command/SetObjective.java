package org.jalon.kernel.command;

import java.time.LocalDate;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;

/**
 * Fix an objective with the criteria of its evaluation.
 *
 * @param caseId the case
 * @param objectiveId new id within the case
 * @param text what is aimed at
 * @param criteria how it will be judged, 1 to 20
 * @param dueOn when it should be reached
 */
public record SetObjective(
    CaseId caseId,
    ObjectiveId objectiveId,
    Narrative text,
    List<Narrative> criteria,
    LocalDate dueOn)
    implements Command {

  /** Keeps copies of its lists. */
  public SetObjective {
    criteria = List.copyOf(criteria);
  }
}
