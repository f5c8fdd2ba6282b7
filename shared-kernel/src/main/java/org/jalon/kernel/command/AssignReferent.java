package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * Make a professional the one referent of the case.
 *
 * @param caseId the case
 * @param referent who will pilot it
 * @param override admits this case above the ceiling
 */
public record AssignReferent(CaseId caseId, ProfessionalId referent, @Nullable Override override)
    implements Command {}
