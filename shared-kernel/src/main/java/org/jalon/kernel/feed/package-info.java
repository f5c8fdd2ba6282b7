/** How readers follow the ledger: the feed, the projector and its fence. */
@NullMarked
package org.jalon.kernel.feed;

import org.jspecify.annotations.NullMarked;
