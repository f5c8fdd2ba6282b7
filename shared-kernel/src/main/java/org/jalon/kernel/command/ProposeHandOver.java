package org.jalon.kernel.command;

import java.time.LocalDate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/** Ask a professional to take the case over from its referent. */
@Meaning("Ask a professional to take the case over from its referent.")
public record ProposeHandOver(
    @Meaning("the case") CaseId caseId,
    @Meaning("who is asked") ProfessionalId to,
    @Meaning(
            "last day on which the former referent keeps access; default 30 days after the"
                + " acceptance")
        @Nullable LocalDate overlapUntil,
    @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {}
