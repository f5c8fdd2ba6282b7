package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/** Take back a proposed hand-over. */
@Meaning("Take back a proposed hand-over.")
public record WithdrawHandOver(
    @Meaning("the case") CaseId caseId, @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {}
