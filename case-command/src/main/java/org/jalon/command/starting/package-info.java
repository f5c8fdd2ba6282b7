/** The gate: {@code StartAccompaniment -> AccompanimentStarted}. */
@NullMarked
package org.jalon.command.starting;

import org.jspecify.annotations.NullMarked;
