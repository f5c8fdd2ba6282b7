/**
 * What happened to each case, entry by entry, as the ledger tells it: the ground of every slice.
 */
@NullMarked
package org.jalon.query.journal;

import org.jspecify.annotations.NullMarked;
