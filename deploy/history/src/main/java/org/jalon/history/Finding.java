package org.jalon.history;

/** A promise that was broken. */
public enum Finding {
  /** A position is missing in the end. */
  GAP,
  /** The final log is not in the order of positions. */
  LOG_OUT_OF_ORDER,
  /** A later position was recorded earlier. */
  TIME_WENT_BACK,
  /** The store's own proof does not hold. */
  INTEGRITY,
  /** An acknowledged append does not stand. */
  LOST,
  /** An event stands twice. */
  DUPLICATE,
  /** The events of one append do not stand side by side in their order. */
  SCATTERED,
  /** Some events of an append stand and others do not. */
  PARTIAL,
  /** An event stands with another type or other tags than it was sent with. */
  ALTERED,
  /** An event stands that nobody sent. */
  NEVER_SENT,
  /** An append stands elsewhere than it was acknowledged. */
  MISPLACED,
  /** An append was rejected and stands. */
  REJECTED_YET_STANDS,
  /** An append was said to have failed for good and stands. */
  FAILED_YET_STANDS,
  /** An append was never answered. */
  UNANSWERED,
  /** An append stands although an event between its marker and itself matches its condition. */
  DOUBLE_WINNER,
  /** An append was rejected and nothing had been sent that could conflict with it. */
  REJECTED_WITHOUT_CONFLICT,
  /** An append stands before a position that was known before it was sent. */
  ORDER,
  /** A reader was not given a position. */
  READER_SKIPPED,
  /** A reader was given a position again or too late. */
  READER_WENT_BACK,
  /** A reader saw an event that does not stand there in the end. */
  READER_SAW_OTHER,
  /** A reader was told there is no more, and what was known before it asked is missing. */
  READER_BEHIND,
  /** A reader stood still before the end. */
  READER_STUCK,
  /** Sourcing missed a matching event, or gave one that does not match or stand. */
  SOURCED_WRONG,
  /** Sourcing ended before a position that was known before it was asked for. */
  SOURCED_STALE
}
