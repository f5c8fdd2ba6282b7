package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * The household's passage in the programme ended.
 *
 * @param reason why
 * @param note free text, given for reason OTHER
 */
public record CaseClosed(CaseId caseId, ClosureReason reason, @Nullable Narrative note)
    implements CaseEvent {}
