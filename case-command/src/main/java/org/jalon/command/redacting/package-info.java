/**
 * The text of one entry goes, everything else of its case stays: {@code RedactEntry ->
 * EntryRedacted, NarrativeResealed}.
 */
@NullMarked
package org.jalon.command.redacting;

import org.jspecify.annotations.NullMarked;
