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
        ReferentReleased,
        HandOverProposed,
        HandOverDeclined,
        HandOverWithdrawn,
        ReferentChanged,
        CaseloadCeilingOverridden,
        AccompanimentStarted,
        InterventionRecorded,
        ObjectiveEvaluated,
        ObjectiveAbandoned,
        AccompanimentClosed,
        CaseClosed,
        CaseReopened,
        EntryRedacted,
        NarrativeResealed {

  /** The case it belongs to. */
  CaseId caseId();
}
