/**
 * What was recorded wrongly is annulled or read with other fields from now on: {@code RectifyEntry,
 * CorrectIntervention -> EntryRectified}.
 */
@NullMarked
package org.jalon.command.rectifying;

import org.jspecify.annotations.NullMarked;
