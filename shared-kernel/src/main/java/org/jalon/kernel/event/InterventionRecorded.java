package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.Term;
import org.jspecify.annotations.Nullable;

/**
 * A professional did something for the household.
 *
 * @param interventionId unique within the case
 * @param by who did it
 * @param mode what it counts as
 * @param minutes measured time; absent is not measured, never zero
 * @param contactInitiatedBy who sought the contact; absent when unknown
 * @param domain of an open list
 * @param act of an open list
 * @param note free text
 */
public record InterventionRecorded(
    CaseId caseId,
    InterventionId interventionId,
    ProfessionalId by,
    Mode mode,
    @Nullable Minutes minutes,
    @Nullable ContactInitiator contactInitiatedBy,
    @Nullable Term domain,
    @Nullable Term act,
    @Nullable Narrative note)
    implements CaseEvent {}
