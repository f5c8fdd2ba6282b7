package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/** End the mandate of the referent without naming the next. */
@Meaning("End the mandate of the referent without naming the next.")
public record ReleaseReferent(
    @Meaning("the case") CaseId caseId, @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {}
