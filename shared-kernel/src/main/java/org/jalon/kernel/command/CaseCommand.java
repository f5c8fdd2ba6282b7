package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/** An intent about one case. */
public sealed interface CaseCommand extends Command
    permits AssignReferent,
        CloseAccompaniment,
        CloseCase,
        EvaluateObjective,
        OpenCase,
        PlanDuration,
        ProposeAccompaniment,
        RecordAdhesion,
        RecordIntervention,
        SetObjective,
        StartAccompaniment {

  /** The case it is about. */
  CaseId caseId();
}
