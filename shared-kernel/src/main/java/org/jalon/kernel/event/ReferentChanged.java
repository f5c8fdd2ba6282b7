package org.jalon.kernel.event;

import java.time.LocalDate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;

/**
 * The case went from one referent to another: a hand-over was accepted, or a caseload transferred.
 *
 * @param from who was referent until the effective day
 * @param to who is from the effective day on
 * @param overlapUntil last day on which the former, no longer counted, keeps access
 */
public record ReferentChanged(
    CaseId caseId, ProfessionalId from, ProfessionalId to, LocalDate overlapUntil)
    implements CaseEvent {}
