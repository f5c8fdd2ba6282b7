package org.jalon.kernel.command;

import java.time.LocalDate;
import org.jalon.kernel.CaseId;

/**
 * Plan how long the accompaniment should last.
 *
 * @param caseId the case
 * @param until last planned day
 */
public record PlanDuration(CaseId caseId, LocalDate until) implements Command {}
