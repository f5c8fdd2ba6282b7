package org.jalon.query.caselist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list.
 *
 * @param referent of the accompaniment under way or in preparation
 * @param startedOn when that accompaniment began to count
 * @param plannedUntil its last planned day
 * @param dueOn first day on which something is due: an objective or the end of the duration
 */
public record ListedCase(
    String caseId,
    String household,
    String programme,
    @Nullable String team,
    @Nullable String referent,
    CaseStatus status,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate plannedUntil,
    @Nullable LocalDate dueOn) {}
