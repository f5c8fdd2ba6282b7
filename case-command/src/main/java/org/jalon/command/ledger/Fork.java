package org.jalon.command.ledger;

import org.jalon.command.ledger.chain.Head;

/**
 * What the database does not hold any more of the history that this process knew: an older copy of
 * the ledger took its place.
 *
 * @param first position that differs or is missing
 * @param exact whether it is known to be the first; if not, none before it differs, and this
 *     process did not know enough of the batches behind it
 * @param last position that was known here and is gone
 * @param head of the database when the fork was found
 */
public record Fork(long first, boolean exact, long last, Head head) {

  /** Says what is gone and what to do. */
  public String message() {
    return "HISTORY_FORKED: positions %d%s to %d, recorded before, are not in the database any more, which ended at %d when that was found; find out which copy is right; if this one, rebuild the views and restart this process"
        .formatted(first, exact ? "" : " or a later one", last, head.position());
  }

  /** The two as one: all that is gone since this process started. */
  Fork and(Fork later) {
    Fork earliest = first <= later.first ? this : later;
    return new Fork(earliest.first, earliest.exact, Math.max(last, later.last), later.head);
  }
}
