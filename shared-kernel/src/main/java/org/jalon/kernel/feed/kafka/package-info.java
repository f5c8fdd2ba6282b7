/**
 * How readers in other processes follow the ledger: the topic, its records and the feed over it.
 */
@NullMarked
package org.jalon.kernel.feed.kafka;

import org.jspecify.annotations.NullMarked;
