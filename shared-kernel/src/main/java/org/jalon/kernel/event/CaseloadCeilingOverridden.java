package org.jalon.kernel.event;

import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;

/**
 * A head of service admitted this case above the referent's ceiling.
 *
 * @param load cases that the referent has with this one
 * @param ceiling cases that the referent may have
 * @param approvedBy holder of a HEAD post
 * @param reason why
 */
public record CaseloadCeilingOverridden(
    CaseId caseId,
    ProfessionalId referent,
    int load,
    int ceiling,
    ActorId approvedBy,
    Narrative reason)
    implements CaseEvent {}
