/** What held on which days, as known at which positions: facts folded to spans, pure. */
@NullMarked
package org.jalon.workload.span;

import org.jspecify.annotations.NullMarked;
