package org.jalon.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Appends on their way to the writer, bounded by number and bytes: each is admitted, perhaps
 * checked, and added.
 */
final class AppendQueue {

  private final LedgerOptions options;
  private final BlockingQueue<AppendRequest> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger admitted = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  AppendQueue(LedgerOptions options) {
    this.options = options;
  }

  /** Counts the request in; false when there is no room, and it has failed as busy. */
  boolean admit(AppendRequest request) {
    int requests = admitted.incrementAndGet();
    long held = bytes.addAndGet(request.weight());
    boolean fits = held <= options.queuedBytes() || held == request.weight();
    if (fits && requests <= options.queuedRequests()) {
      return true;
    }
    leave(request);
    request.failed(
        new LedgerException.Busy(
            "%d appends wait already, %d bytes; the bounds are %d and %d; try again later"
                .formatted(
                    requests - 1,
                    held - request.weight(),
                    options.queuedRequests(),
                    options.queuedBytes())));
    return false;
  }

  /** Lets the writer have the request, which was admitted. */
  void add(AppendRequest request) {
    waiting.add(request);
  }

  /** Counts out a request that was admitted and is not to be added. */
  void leave(AppendRequest request) {
    bytes.addAndGet(-request.weight());
    admitted.decrementAndGet();
  }

  /** Takes out a request that is over, if it is still there. */
  void drop(AppendRequest request) {
    if (waiting.remove(request)) {
      leave(request);
    }
  }

  /** What is there, up to a batch; waits a while for the first. */
  List<AppendRequest> take(Duration atMost) throws InterruptedException {
    AppendRequest next = waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    List<AppendRequest> batch = new ArrayList<>();
    long events = 0;
    long weight = 0;
    while (next != null) {
      batch.add(next);
      leave(next);
      events += next.staged().size();
      weight += next.weight();
      AppendRequest following = waiting.peek();
      boolean fits =
          following != null
              && events + following.staged().size() <= options.batchEvents()
              && weight + following.weight() <= options.batchBytes();
      next = fits ? waiting.poll() : null;
    }
    return batch;
  }

  /** How many were admitted and not yet taken. */
  int size() {
    return admitted.get();
  }
}
