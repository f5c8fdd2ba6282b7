package org.jalon.kernel.event;

import java.time.LocalDate;
import org.jalon.kernel.CaseId;

/**
 * How long the accompaniment should last was planned.
 *
 * @param until last planned day
 */
public record DurationPlanned(CaseId caseId, LocalDate until) implements CaseEvent {}
