package org.jalon.kernel.event;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;

/**
 * The text of one entry of a case was made unreadable; the entry itself stands.
 *
 * @param position of the entry
 * @param reason why
 */
public record EntryRedacted(CaseId caseId, long position, Narrative reason) implements CaseEvent {}
