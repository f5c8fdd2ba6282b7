package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * A closed case went on, in intake and without anything of its earlier accompaniments.
 *
 * @param note free text
 */
public record CaseReopened(CaseId caseId, @Nullable Narrative note) implements CaseEvent {}
