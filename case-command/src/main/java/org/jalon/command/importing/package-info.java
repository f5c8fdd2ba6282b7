/**
 * The pure half of imports: uploads become checked, bounded, typed lines, and those become what
 * {@code takingover} decides on; nothing is recorded here.
 */
@NullMarked
package org.jalon.command.importing;

import org.jspecify.annotations.NullMarked;
