package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/** Begin a household's passage in a programme. */
@Meaning("Begin a household's passage in a programme.")
public record OpenCase(
    @Meaning("new id of the case") CaseId caseId,
    @Meaning("who is helped") HouseholdId household,
    @Meaning("in which") ProgrammeId programme,
    @Meaning("that will follow the case") @Nullable TeamId team)
    implements CaseCommand {}
