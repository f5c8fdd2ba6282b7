/** Jalon in one process: the three services, an embedded PostgreSQL, one page that explains. */
@NullMarked
package org.jalon.standalone;

import org.jspecify.annotations.NullMarked;
