package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/**
 * Record that the person agrees to the accompaniment.
 *
 * @param caseId the case
 */
public record RecordAdhesion(CaseId caseId) implements Command {}
