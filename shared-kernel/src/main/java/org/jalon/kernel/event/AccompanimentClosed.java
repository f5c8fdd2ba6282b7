package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * The accompaniment ended and with it the referent's mandate; the case is back in intake.
 *
 * @param reason why
 * @param note free text, given for reason OTHER
 */
public record AccompanimentClosed(CaseId caseId, ClosureReason reason, @Nullable Narrative note)
    implements CaseEvent {}
