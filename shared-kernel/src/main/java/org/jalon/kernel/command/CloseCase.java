package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/**
 * End the household's passage in the programme.
 *
 * @param caseId the case
 * @param reason why
 * @param note free text, needed for OTHER
 */
public record CloseCase(CaseId caseId, ClosureReason reason, @Nullable Narrative note)
    implements Command {}
