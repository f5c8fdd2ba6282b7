package org.jalon.kernel.command;

import java.time.LocalDate;
import org.jalon.kernel.CaseId;

/** Plan how long the accompaniment should last. */
@Meaning("Plan how long the accompaniment should last.")
public record PlanDuration(
    @Meaning("the case") CaseId caseId, @Meaning("last planned day") LocalDate until)
    implements CaseCommand {}
