package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/**
 * Propose an accompaniment to the household.
 *
 * @param caseId the case
 */
public record ProposeAccompaniment(CaseId caseId) implements Command {}
