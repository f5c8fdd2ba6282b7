package org.jalon.kernel.command;

import org.jalon.kernel.CaseId;

/** Record that the person agrees to the accompaniment. */
@Meaning("Record that the person agrees to the accompaniment.")
public record RecordAdhesion(@Meaning("the case") CaseId caseId) implements CaseCommand {}
