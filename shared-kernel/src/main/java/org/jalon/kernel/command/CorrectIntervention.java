package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Narrative;

/** Correct what was recorded of an intervention. */
@Meaning("Correct what was recorded of an intervention.")
public record CorrectIntervention(
    @Meaning("the case") CaseId caseId,
    @Meaning("the intervention") InterventionId interventionId,
    @Meaning(
            "the fields that were wrong, with their right values; effectiveOn is one of them, null"
                + " takes a value away")
        Fields fields,
    @Meaning("why; sealed") Narrative reason)
    implements CaseCommand {}
