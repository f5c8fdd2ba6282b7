/**
 * A real PostgreSQL server that a JVM starts on a directory of its own, and that never outlives it:
 * {@link org.jalon.postgres.EmbeddedPostgres} is the door.
 */
@NullMarked
package org.jalon.postgres;

import org.jspecify.annotations.NullMarked;
