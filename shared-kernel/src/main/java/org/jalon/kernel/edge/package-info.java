/** What every HTTP edge shares: the guard of the loopback, problems, positions. */
@NullMarked
package org.jalon.kernel.edge;

import org.jspecify.annotations.NullMarked;
