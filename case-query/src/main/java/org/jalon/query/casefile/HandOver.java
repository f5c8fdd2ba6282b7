package org.jalon.query.casefile;

import java.time.LocalDate;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that waits for its receiver.
 *
 * @param from who pilots the case meanwhile
 * @param to who is asked to take over
 * @param since day of the proposal
 * @param overlapUntil last day on which the former would keep access; absent for the default
 */
public record HandOver(
    ProfessionalId from,
    ProfessionalId to,
    EffectiveDay since,
    @Nullable LocalDate overlapUntil,
    @Nullable Narrative note) {}
