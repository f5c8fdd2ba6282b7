package org.jalon.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Appends that wait for the writer, bounded by number and bytes. */
final class AppendQueue {

  private final LedgerOptions options;
  private final BlockingQueue<AppendRequest> waiting;
  private final AtomicLong bytes = new AtomicLong();

  AppendQueue(LedgerOptions options) {
    this.options = options;
    waiting = new ArrayBlockingQueue<>(options.queuedRequests());
  }

  /** Queues the request, or fails it as busy. */
  void offer(AppendRequest request) {
    long held = bytes.addAndGet(request.weight());
    boolean fits = held <= options.queuedBytes() || held == request.weight();
    if (!fits || !waiting.offer(request)) {
      bytes.addAndGet(-request.weight());
      request.failed(
          new LedgerException.Busy(
              "%d appends wait already, %d bytes; the bounds are %d and %d; try again later"
                  .formatted(
                      waiting.size(),
                      held - request.weight(),
                      options.queuedRequests(),
                      options.queuedBytes())));
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
      bytes.addAndGet(-next.weight());
      events += next.drafts().size();
      weight += next.weight();
      AppendRequest following = waiting.peek();
      boolean fits =
          following != null
              && events + following.drafts().size() <= options.batchEvents()
              && weight + following.weight() <= options.batchBytes();
      next = fits ? waiting.poll() : null;
    }
    return batch;
  }

  int size() {
    return waiting.size();
  }
}
