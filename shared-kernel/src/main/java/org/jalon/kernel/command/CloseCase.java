package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/** End the household's passage in the programme. */
@Meaning("End the household's passage in the programme.")
public record CloseCase(
    @Meaning("the case") CaseId caseId,
    @Meaning(value = "why", required = true) @Nullable ClosureReason reason,
    @Meaning("free text, needed for OTHER; sealed") @Nullable Narrative note)
    implements CaseCommand {}
