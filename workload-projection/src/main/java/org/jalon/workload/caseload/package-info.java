/** Where a case counts and the caseload per FTE, exactly as published; pure. */
@NullMarked
package org.jalon.workload.caseload;

import org.jspecify.annotations.NullMarked;
