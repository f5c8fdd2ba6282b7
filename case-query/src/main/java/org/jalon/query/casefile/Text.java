package org.jalon.query.casefile;

import org.jalon.kernel.Narrative;

/**
 * Free text and the entry that holds it, without which it cannot be opened.
 *
 * @param position of the entry
 */
public record Text(long position, Narrative narrative) {}
