package org.jalon.kernel.feed;

/** A reader rests on events that the ledger does not hold (any more): an operator must decide. */
public final class HistoryForked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param position of the fence
   * @param differing the first position that differs
   * @param exact whether it is known to be the first, and not only that none later is
   */
  HistoryForked(String view, long position, long differing, boolean exact) {
    super(
        "HISTORY_FORKED: view %s rests on position %d, which the ledger does not hold with the same chain hash; the first that differs is position %d%s; find out which of the two is right, then rebuild the view"
            .formatted(view, position, differing, exact ? "" : " or one before it"));
  }

  private HistoryForked(String message) {
    super(message);
  }

  /** A topic was written from another history than that of the ledger. */
  public static HistoryForked ofTopic(String topic, long position) {
    return new HistoryForked(
        "HISTORY_FORKED: topic %s rests on position %d, which the ledger does not hold with the same chain hash; find out which of the two is right, then delete the topic, have it relayed anew and rebuild the views over it"
            .formatted(topic, position));
  }
}
