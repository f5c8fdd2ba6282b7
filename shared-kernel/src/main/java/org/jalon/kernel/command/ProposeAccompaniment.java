package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/** Propose an accompaniment to the household. */
@Meaning("Propose an accompaniment to the household.")
public record ProposeAccompaniment(@Meaning("the case") CaseId caseId) implements CaseCommand {}
