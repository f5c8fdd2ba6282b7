package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/** End the accompaniment, and the case too if asked. */
@Meaning("End the accompaniment, and the case too if asked.")
public record CloseAccompaniment(
    @Meaning("the case") CaseId caseId,
    @Meaning(value = "why", required = true) @Nullable ClosureReason reason,
    @Meaning("free text, needed for OTHER; sealed") @Nullable Narrative note,
    @Meaning("whether the case closes in the same decision; default false")
        @Nullable Boolean closeCase)
    implements CaseCommand {}
