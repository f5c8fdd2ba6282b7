/** What can have happened: one record per fact, in sealed families. */
@NullMarked
package org.jalon.kernel.event;

import org.jspecify.annotations.NullMarked;
