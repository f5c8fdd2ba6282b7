package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A household's passage in a programme began, in intake.
 *
 * @param household who is helped
 * @param programme in which
 * @param team that follows the case; absent when not stated
 */
public record CaseOpened(
    CaseId caseId, HouseholdId household, ProgrammeId programme, @Nullable TeamId team)
    implements CaseEvent {}
