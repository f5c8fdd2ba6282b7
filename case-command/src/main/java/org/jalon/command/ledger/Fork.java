package org.jalon.command.ledger;

import org.jalon.command.ledger.chain.Head;

/**
 * What the database does not hold any more of the history that this process knew: an older copy of
 * the ledger took its place.
 *
 * @param first position that differs or is missing; exact where this process knew all batches
 *     before it, else the first that may
 * @param last position that was known here and is gone
 * @param head of the database when the fork was found
 */
public record Fork(long first, long last, Head head) {

  /** Says what is gone and what to do. */
  public String message() {
    return "HISTORY_FORKED: positions %d to %d, recorded before, are not in the database any more, which ended at %d when that was found; find out which copy is right; if this one, rebuild the views and restart this process"
        .formatted(first, last, head.position());
  }

  /** The two as one: all that is gone since this process started. */
  Fork and(Fork later) {
    return new Fork(Math.min(first, later.first), Math.max(last, later.last), later.head);
  }
}
