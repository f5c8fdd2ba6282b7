package org.jalon.command.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jalon.command.ledger.chain.BatchRow;

/**
 * The next batch, made while the one before is on its way: it holds only requests that nothing
 * speaks against, and is worth nothing unless that one stands, which the swap makes sure of.
 */
final class Ahead {

  private final AppendQueue queue;
  private final Sifting sifting;
  private final BatchMaking making;
  private final List<AppendRequest> taken = new ArrayList<>();
  private final List<AppendRequest> later = new ArrayList<>();

  /**
   * @param behind what it will follow
   * @param recordedAt in microseconds, not before that
   */
  Ahead(String ledger, BatchRow behind, long recordedAt, AppendQueue queue, Sifting sifting) {
    this.queue = queue;
    this.sifting = sifting;
    making = new BatchMaking(ledger, behind, recordedAt);
  }

  /** Takes what is there now, as far as it fits. */
  void fill() {
    for (AppendRequest request : queue.more(making.size(), making.weight())) {
      if (sifting.take(request)) {
        taken.add(request);
        request.staged().forEach(making::add);
      } else {
        later.add(request);
      }
    }
  }

  boolean isEmpty() {
    return taken.isEmpty();
  }

  /**
   * The batch before stands: takes what is there and judges all that was left for later.
   *
   * @param aside is given those whose condition only the database can check
   * @param teller tells those rejected
   * @return the batch, to be sent
   */
  Sent made(List<AppendRequest> aside, Executor teller) {
    fill();
    List<AppendRequest> judged = later.stream().filter(one -> !sifting.needsNews(one)).toList();
    later.removeAll(judged);
    for (AppendRequest request : sifting.sift(judged, aside, teller)) {
      taken.add(request);
      request.staged().forEach(making::add);
    }
    queue.putBack(later);
    return new Sent(making.made(), taken);
  }

  /** Puts everything back into the queue, known not to be appended. */
  void giveUp() {
    taken.forEach(AppendRequest::release);
    taken.addAll(later);
    queue.putBack(taken);
    taken.clear();
    later.clear();
  }
}
