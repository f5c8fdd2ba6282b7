package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.Term;
import org.jalon.kernel.event.ContactInitiator;
import org.jalon.kernel.event.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Record what a professional did for the household.
 *
 * @param caseId the case
 * @param interventionId new id within the case
 * @param by who did it
 * @param mode INTAKE or ACCOMPANIMENT
 * @param minutes measured time, 1 to 1440; leave out what was not measured
 * @param contactInitiatedBy who sought the contact
 * @param domain of an open list
 * @param act of an open list
 * @param note free text
 */
public record RecordIntervention(
    CaseId caseId,
    InterventionId interventionId,
    ProfessionalId by,
    Mode mode,
    @Nullable Minutes minutes,
    @Nullable ContactInitiator contactInitiatedBy,
    @Nullable Term domain,
    @Nullable Term act,
    @Nullable Narrative note)
    implements Command {}
