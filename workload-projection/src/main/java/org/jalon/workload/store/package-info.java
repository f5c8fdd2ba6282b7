/** The view's tables: written batch by batch, read as a history. */
@NullMarked
package org.jalon.workload.store;

import org.jspecify.annotations.NullMarked;
