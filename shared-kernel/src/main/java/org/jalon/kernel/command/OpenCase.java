package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Begin a household's passage in a programme.
 *
 * @param caseId new id of the case
 * @param household who is helped
 * @param programme in which
 * @param team that will follow the case
 */
public record OpenCase(
    CaseId caseId, HouseholdId household, ProgrammeId programme, @Nullable TeamId team)
    implements Command {}
