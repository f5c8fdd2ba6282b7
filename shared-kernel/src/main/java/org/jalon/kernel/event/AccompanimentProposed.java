package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;

/** An accompaniment was proposed to the household. */
public record AccompanimentProposed(CaseId caseId) implements CaseEvent {}
