/** A household enters a programme: {@code OpenCase -> CaseOpened}. */
@NullMarked
package org.jalon.command.opening;

import org.jspecify.annotations.NullMarked;
