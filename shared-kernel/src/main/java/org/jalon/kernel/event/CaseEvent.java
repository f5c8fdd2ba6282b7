package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;

/** A fact of one case. */
public sealed interface CaseEvent extends Event
    permits CaseOpened,
        AccompanimentProposed,
        AdhesionGiven,
        ObjectiveSet,
        DurationPlanned,
        ForeignNumberKept,
        ReferentAssigned,
        CaseloadCeilingOverridden,
        AccompanimentStarted,
        InterventionRecorded,
        ObjectiveEvaluated,
        ObjectiveAbandoned,
        AccompanimentClosed,
        CaseClosed {

  /** The case it belongs to. */
  CaseId caseId();
}
