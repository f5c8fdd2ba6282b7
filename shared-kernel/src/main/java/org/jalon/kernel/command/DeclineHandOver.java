package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/** Say no to a hand-over, as the one who was asked. */
@Meaning("Say no to a hand-over, as the one who was asked.")
public record DeclineHandOver(
    @Meaning("the case") CaseId caseId, @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {}
