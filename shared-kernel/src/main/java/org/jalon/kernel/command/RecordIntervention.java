package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.Term;
import org.jalon.kernel.event.ContactInitiator;
import org.jalon.kernel.event.Mode;
import org.jspecify.annotations.Nullable;

/** Record what a professional did for the household. */
@Meaning("Record what a professional did for the household.")
public record RecordIntervention(
    @Meaning("the case") CaseId caseId,
    @Meaning("new id within the case") InterventionId interventionId,
    @Meaning("who did it") ProfessionalId by,
    @Meaning("what it counts as in the shares of time") Mode mode,
    @Meaning("measured time, 1 to 1440; leave out what was not measured") @Nullable Minutes minutes,
    @Meaning("who sought the contact") @Nullable ContactInitiator contactInitiatedBy,
    @Meaning("word of an open list") @Nullable Term domain,
    @Meaning("word of an open list") @Nullable Term act,
    @Meaning("free text; sealed") @Nullable Narrative note)
    implements CaseCommand {}
