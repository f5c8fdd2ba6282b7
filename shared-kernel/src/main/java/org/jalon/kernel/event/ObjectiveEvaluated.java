package org.jalon.kernel.event;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jspecify.annotations.Nullable;

/**
 * An objective was scored against its criteria; may be repeated until it is met.
 *
 * @param outcome MET is final
 * @param scores per criterion, may be empty
 * @param note free text
 */
public record ObjectiveEvaluated(
    CaseId caseId,
    ObjectiveId objectiveId,
    Outcome outcome,
    List<Score> scores,
    @Nullable Narrative note)
    implements CaseEvent {

  /** Keeps copies of its lists. */
  public ObjectiveEvaluated {
    scores = List.copyOf(scores);
  }
}
