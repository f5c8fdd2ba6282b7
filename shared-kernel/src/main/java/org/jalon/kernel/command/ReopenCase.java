package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/** Go on with a closed case, in intake. */
@Meaning("Go on with a closed case, in intake.")
public record ReopenCase(
    @Meaning("the case") CaseId caseId, @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {}
