package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;

/** The person agreed to the accompaniment. */
public record AdhesionGiven(CaseId caseId) implements CaseEvent {}
