/** One PostgreSQL schema per module, migrated by its owner and used under a role of its own. */
@NullMarked
package org.jalon.kernel.schema;

import org.jspecify.annotations.NullMarked;
