package org.jalon.command.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jalon.command.ledger.chain.BatchRow;
import org.jspecify.annotations.Nullable;

/**
 * The next batch, made by the writer while the one before is on its way: it holds only requests
 * that nothing speaks against, and is worth nothing unless that one stands, which the swap makes
 * sure of. Another thread cuts it off and sends it; then the one behind it is made.
 */
final class Ahead {

  private final AppendQueue queue;
  private final Sifting sifting;
  private final Function<BatchRow, BatchMaking> start;
  private BatchMaking making;
  private List<AppendRequest> taken = new ArrayList<>();
  private List<AppendRequest> later = new ArrayList<>();
  private boolean torn;

  /**
   * @param behind what the first will follow
   * @param start starts a batch behind another
   */
  Ahead(
      BatchRow behind, Function<BatchRow, BatchMaking> start, AppendQueue queue, Sifting sifting) {
    this.queue = queue;
    this.sifting = sifting;
    this.start = start;
    making = start.apply(behind);
  }

  /** Takes what is there now, as far as it fits. */
  void fill() {
    for (AppendRequest request : more()) {
      if (sifting.take(request)) {
        add(request);
      } else {
        postpone(request);
      }
    }
  }

  private synchronized List<AppendRequest> more() {
    return queue.more(making.size(), making.weight());
  }

  /** A request of which only a part was added, for whatever reason, is never sent. */
  private synchronized void add(AppendRequest request) {
    torn = true;
    taken.add(request);
    request.staged().forEach(making::add);
    torn = false;
  }

  private synchronized void postpone(AppendRequest request) {
    later.add(request);
  }

  /**
   * Cuts off the batch, if it holds so many requests, and begins the next behind it.
   *
   * @return nothing if it holds fewer
   */
  synchronized @Nullable Sent cut(int fewest) {
    if (torn || taken.size() < fewest) {
      return null;
    }
    var sent = new Sent(making.made(), taken, later);
    making = start.apply(sent.batch().row());
    taken = new ArrayList<>();
    later = new ArrayList<>();
    return sent;
  }

  /**
   * Judges requests that were left until what spoke against them stands, which it now does.
   *
   * @param aside is given those whose condition only the database can check
   * @param teller tells those rejected
   * @return whether none is left because its caller has read beyond what is known here
   */
  boolean judge(List<AppendRequest> left, List<AppendRequest> aside, Executor teller) {
    boolean judged = true;
    for (AppendRequest request : left) {
      if (sifting.needsNews(request)) {
        postpone(request);
        judged = false;
      } else if (sifting.waits(request)) {
        postpone(request);
      } else {
        sifting.sift(List.of(request), aside, teller).forEach(this::add);
      }
    }
    return judged;
  }

  /** Puts everything back into the queue, known not to be appended. */
  synchronized void giveUp() {
    taken.forEach(AppendRequest::release);
    taken.addAll(later);
    queue.putBack(taken);
    taken = new ArrayList<>();
    later = new ArrayList<>();
  }
}
