/** A referent gives a case back: {@code ReleaseReferent -> ReferentReleased}. */
@NullMarked
package org.jalon.command.releasing;

import org.jspecify.annotations.NullMarked;
