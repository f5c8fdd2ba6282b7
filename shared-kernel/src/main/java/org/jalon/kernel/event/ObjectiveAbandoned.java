package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.ObjectiveId;

/** An objective was given up for good. */
public record ObjectiveAbandoned(CaseId caseId, ObjectiveId objectiveId) implements CaseEvent {}
