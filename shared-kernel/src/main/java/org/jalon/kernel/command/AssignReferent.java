package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/** Make a professional the one referent of the case. */
@Meaning("Make a professional the one referent of the case.")
public record AssignReferent(
    @Meaning("the case") CaseId caseId,
    @Meaning("who will pilot it") ProfessionalId referent,
    @Meaning(
            "admits this case above the ceiling: reason (sealed) and approvedBy, who holds a HEAD"
                + " post in the team or its territory (default: the actor)")
        @Nullable Override override)
    implements CaseCommand {}
