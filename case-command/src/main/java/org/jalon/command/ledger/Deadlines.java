package org.jalon.command.ledger;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends requests at their deadline; all have the same, so they expire in the order they came. */
final class Deadlines implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(50);

  private final Queue<AppendRequest> watched = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ledger-deadlines").unstarted(task));

  Deadlines() {
    ticks.scheduleWithFixedDelay(
        this::expire, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  void watch(AppendRequest request) {
    watched.add(request);
  }

  private void expire() {
    long now = System.nanoTime();
    AppendRequest first = watched.peek();
    while (first != null && (first.isDone() || first.expired(now))) {
      watched.poll();
      first.expire();
      first = watched.peek();
    }
  }

  /** Expires everything still open. */
  @Override
  public void close() {
    ticks.shutdownNow();
    for (AppendRequest request = watched.poll(); request != null; request = watched.poll()) {
      request.expire();
    }
  }
}
