package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jspecify.annotations.Nullable;

/** Take over the case, as the one who was asked. */
@Meaning("Take over the case, as the one who was asked.")
public record AcceptHandOver(
    @Meaning("the case") CaseId caseId,
    @Meaning("admits this case above the ceiling, as in AssignReferent")
        @Nullable Override override)
    implements CaseCommand {}
