/**
 * An event store on PostgreSQL with dynamic consistency boundaries, one order without gaps, and a
 * hash chain over every stored byte; it knows nothing of cases. {@link
 * org.jalon.command.ledger.Ledger} is its front door.
 */
@NullMarked
package org.jalon.command.ledger;

import org.jspecify.annotations.NullMarked;
