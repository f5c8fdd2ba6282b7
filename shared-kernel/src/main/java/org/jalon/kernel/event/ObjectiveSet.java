package org.jalon.kernel.event;

import java.time.LocalDate;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;

/**
 * An objective was fixed with the criteria of its evaluation.
 *
 * @param objectiveId unique within the case
 * @param text what is aimed at
 * @param criteria at least one
 * @param dueOn when it should be reached
 */
public record ObjectiveSet(
    CaseId caseId,
    ObjectiveId objectiveId,
    Narrative text,
    List<Narrative> criteria,
    LocalDate dueOn)
    implements CaseEvent {

  /** Keeps copies of its lists. */
  public ObjectiveSet {
    criteria = List.copyOf(criteria);
  }
}
