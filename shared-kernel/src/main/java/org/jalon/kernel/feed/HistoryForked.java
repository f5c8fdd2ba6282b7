package org.jalon.kernel.feed;

/** A view rests on events that the ledger does not hold (any more): an operator must rebuild it. */
public final class HistoryForked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HistoryForked(String view, long position) {
    super(
        "HISTORY_FORKED: view %s rests on position %d, which the ledger does not hold with the same chain hash; find out which of the two is right, then rebuild the view"
            .formatted(view, position));
  }
}
