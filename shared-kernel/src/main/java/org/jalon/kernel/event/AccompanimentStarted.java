package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;

/**
 * The accompaniment began to count in the caseload.
 *
 * @param formalised whether it passed the gate; false for imported history
 */
public record AccompanimentStarted(CaseId caseId, boolean formalised) implements CaseEvent {}
