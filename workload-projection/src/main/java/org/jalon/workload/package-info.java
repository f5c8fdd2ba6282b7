/** Root of workload-projection. */
@NullMarked
package org.jalon.workload;

import org.jspecify.annotations.NullMarked;
