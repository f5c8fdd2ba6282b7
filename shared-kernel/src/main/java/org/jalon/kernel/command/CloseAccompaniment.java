package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/**
 * End the accompaniment, and the case too if asked.
 *
 * @param caseId the case
 * @param reason why
 * @param note free text, needed for OTHER
 * @param closeCase whether the case closes in the same decision; default false
 */
public record CloseAccompaniment(
    CaseId caseId, ClosureReason reason, @Nullable Narrative note, @Nullable Boolean closeCase)
    implements Command {}
