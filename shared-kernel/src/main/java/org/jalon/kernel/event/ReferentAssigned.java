package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;

/**
 * A professional became the one referent of the case.
 *
 * @param referent pilots the case from the effective day on
 */
public record ReferentAssigned(CaseId caseId, ProfessionalId referent) implements CaseEvent {}
