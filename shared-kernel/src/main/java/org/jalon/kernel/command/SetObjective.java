package org.jalon.kernel.command;

import java.time.LocalDate;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;

/** Fix an objective with the criteria of its evaluation. */
@Meaning("Fix an objective with the criteria of its evaluation.")
public record SetObjective(
    @Meaning("the case") CaseId caseId,
    @Meaning("new id within the case") ObjectiveId objectiveId,
    @Meaning("what is aimed at; sealed") Narrative text,
    @Meaning("how it will be judged, 1 to 20 texts; sealed") List<Narrative> criteria,
    @Meaning("when it should be reached") LocalDate dueOn)
    implements CaseCommand {
  /** Keeps a copy of its list. */
  public SetObjective {
    criteria = List.copyOf(criteria);
  }
}
