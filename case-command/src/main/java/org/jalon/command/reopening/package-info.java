/** A household comes back to a case that was closed: {@code ReopenCase -> CaseReopened}. */
@NullMarked
package org.jalon.command.reopening;

import org.jspecify.annotations.NullMarked;
