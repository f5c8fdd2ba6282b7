package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/** Start the accompaniment, once it is formalised. */
@Meaning("Start the accompaniment, once it is formalised.")
public record StartAccompaniment(@Meaning("the case") CaseId caseId) implements CaseCommand {}
