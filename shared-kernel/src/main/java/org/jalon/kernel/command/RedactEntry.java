package org.jalon.kernel.command;

import org.jalon.kernel.Narrative;

/** Make the text of one entry unreadable for ever; the entry itself stands. */
@Meaning("Make the text of one entry unreadable for ever; the entry itself stands.")
public record RedactEntry(
    @Meaning("position of the entry") EntryPosition position,
    @Meaning("why; sealed") Narrative reason)
    implements EntryCommand {}
