/** What may be asked: one record per intent. */
@NullMarked
package org.jalon.kernel.command;

import org.jspecify.annotations.NullMarked;
