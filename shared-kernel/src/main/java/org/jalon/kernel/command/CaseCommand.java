package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/** An intent about one case. */
public sealed interface CaseCommand extends Command
    permits AcceptHandOver,
        AssignReferent,
        CloseAccompaniment,
        CloseCase,
        CorrectIntervention,
        DeclineHandOver,
        EvaluateObjective,
        OpenCase,
        PlanDuration,
        ProposeAccompaniment,
        ProposeHandOver,
        RecordAdhesion,
        RecordIntervention,
        ReleaseReferent,
        ReopenCase,
        SetObjective,
        StartAccompaniment,
        WithdrawHandOver {

  /** The case it is about. */
  CaseId caseId();
}
