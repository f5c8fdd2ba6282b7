/** State as facts in order of effective day, then position; the one fold that both sides use. */
@NullMarked
package org.jalon.kernel.timeline;

import org.jspecify.annotations.NullMarked;
