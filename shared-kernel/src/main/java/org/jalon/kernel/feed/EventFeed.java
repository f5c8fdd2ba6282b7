package org.jalon.kernel.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jalon.kernel.LedgerId;

/**
 * Where readers get recorded events from: in position order, without gaps, each only once it is
 * durable. Safe for many threads.
 */
public interface EventFeed {

  /** The ledger that is read. */
  LedgerId ledger();

  /**
   * The events after a position.
   *
   * @param position 0 for the start
   * @param most at least 1
   * @param patience how long to wait for the first one
   * @return in order; empty if none came in time
   * @throws org.jalon.kernel.wire.UnknownEvent if the next one is of a name or version not known
   *     here and none before it is left to answer
   * @throws FeedUnavailable if the ledger cannot be read now; ask again later
   */
  List<Recorded> after(long position, int most, Duration patience) throws InterruptedException;

  /**
   * The last recorded position, 0 when there is none.
   *
   * @throws FeedUnavailable if the ledger cannot be read now
   */
  long head();

  /**
   * The chain hash of the batch that holds a position; empty beyond the head.
   *
   * @throws FeedUnavailable if the ledger cannot be read now
   */
  Optional<byte[]> chainHashAt(long position);

  /**
   * The first position that differs from what was read here before, where this process still knows
   * it.
   *
   * @throws FeedUnavailable if the ledger cannot be read now
   */
  default OptionalLong firstDiffering() {
    return OptionalLong.empty();
  }
}
