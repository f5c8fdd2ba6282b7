package org.jalon.kernel.command;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.Score;
import org.jspecify.annotations.Nullable;

/** Score an objective against its criteria. */
@Meaning("Score an objective against its criteria.")
public record EvaluateObjective(
    @Meaning("the case") CaseId caseId,
    @Meaning("which") ObjectiveId objectiveId,
    @Meaning("how far it was reached; MET is final") Outcome outcome,
    @Meaning("criterion (its place in the list, from 1) and score (0 to 10)")
        @Nullable List<Score> scores,
    @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {
  /** Keeps a copy of its list. */
  public EvaluateObjective {
    scores = scores == null ? null : List.copyOf(scores);
  }
}
