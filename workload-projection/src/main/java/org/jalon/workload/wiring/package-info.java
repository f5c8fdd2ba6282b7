/** How the parts of this service are put together. */
@NullMarked
package org.jalon.workload.wiring;

import org.jspecify.annotations.NullMarked;
