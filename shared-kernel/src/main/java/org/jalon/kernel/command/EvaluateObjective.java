package org.jalon.kernel.command;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.Score;
import org.jspecify.annotations.Nullable;

/**
 * Score an objective against its criteria.
 *
 * @param caseId the case
 * @param objectiveId which
 * @param outcome MET is final
 * @param scores per criterion
 * @param note free text
 */
public record EvaluateObjective(
    CaseId caseId,
    ObjectiveId objectiveId,
    Outcome outcome,
    @Nullable List<Score> scores,
    @Nullable Narrative note)
    implements Command {

  /** Keeps a copy of its list. */
  public EvaluateObjective {
    scores = scores == null ? null : List.copyOf(scores);
  }
}
