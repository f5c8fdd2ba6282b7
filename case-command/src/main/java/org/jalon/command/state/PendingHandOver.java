package org.jalon.command.state;

import java.time.LocalDate;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that waits for its receiver.
 *
 * @param from referent when it was proposed
 * @param to who is asked
 * @param proposedOn the day of the proposal
 * @param overlapUntil last day of access for the former referent; absent for the default
 */
public record PendingHandOver(
    ProfessionalId from,
    ProfessionalId to,
    EffectiveDay proposedOn,
    @Nullable LocalDate overlapUntil) {}
