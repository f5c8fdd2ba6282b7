/**
 * What ends: {@code CloseAccompaniment -> AccompanimentClosed}, {@code CloseCase -> CaseClosed}.
 */
@NullMarked
package org.jalon.command.closing;

import org.jspecify.annotations.NullMarked;
