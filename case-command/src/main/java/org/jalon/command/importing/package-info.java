/**
 * The pure reading half of imports: uploads become checked, bounded, typed lines, and nothing is
 * recorded here.
 */
@NullMarked
package org.jalon.command.importing;

import org.jspecify.annotations.NullMarked;
