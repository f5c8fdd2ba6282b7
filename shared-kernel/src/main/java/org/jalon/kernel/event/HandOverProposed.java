package org.jalon.kernel.event;

import java.time.LocalDate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over was proposed. It reserves no place with the receiver.
 *
 * @param from the referent of the day
 * @param to who is asked to take over
 * @param overlapUntil last day on which the former keeps access; absent for the default
 * @param note free text
 */
public record HandOverProposed(
    CaseId caseId,
    ProfessionalId from,
    ProfessionalId to,
    @Nullable LocalDate overlapUntil,
    @Nullable Narrative note)
    implements CaseEvent {}
