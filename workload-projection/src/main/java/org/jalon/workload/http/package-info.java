/** Questions about the caseload over HTTP. */
@NullMarked
package org.jalon.workload.http;

import org.jspecify.annotations.NullMarked;
