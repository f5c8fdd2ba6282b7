package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;

/**
 * A case was imported under a pseudonym; this is the number that it has elsewhere.
 *
 * @param number sealed, as the other system writes it
 */
public record ForeignNumberKept(CaseId caseId, Narrative number) implements CaseEvent {}
