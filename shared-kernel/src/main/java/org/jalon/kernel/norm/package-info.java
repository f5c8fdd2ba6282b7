/** Norms of caseload and time: for whom they are adopted, and which is in force on a day. */
@NullMarked
package org.jalon.kernel.norm;

import org.jspecify.annotations.NullMarked;
