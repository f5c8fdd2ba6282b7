package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/**
 * Start the accompaniment, once it is formalised.
 *
 * @param caseId the case
 */
public record StartAccompaniment(CaseId caseId) implements Command {}
