package org.jalon.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends requests at their deadline; all have the same, so they expire in the order they came. What
 * is over is not held on to.
 */
final class Deadlines {

  private static final Duration STEP = Duration.ofMillis(50);

  private final Consumer<AppendRequest> expired;
  private final Runnable each;
  private final Set<AppendRequest> watched = new LinkedHashSet<>();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("ledger-deadlines").unstarted(task));
  private boolean closed;

  /**
   * @param expired told of every request that has come to its deadline
   * @param each run at every step
   */
  Deadlines(Consumer<AppendRequest> expired, Runnable each) {
    this.expired = expired;
    this.each = each;
  }

  void start() {
    next();
  }

  /** Ends the request at its deadline or when this is closed; false if it is closed already. */
  boolean watch(AppendRequest request) {
    synchronized (this) {
      if (closed) {
        return false;
      }
      watched.add(request);
    }
    request.outcome().whenComplete((_, _) -> forget(request));
    return true;
  }

  synchronized int watched() {
    return watched.size();
  }

  private synchronized void forget(AppendRequest request) {
    watched.remove(request);
  }

  private void tick() {
    try {
      for (AppendRequest request : due()) {
        request.expire();
        expired.accept(request);
      }
      each.run();
    } finally {
      next();
    }
  }

  private synchronized void next() {
    if (!closed) {
      ticks.schedule(this::tick, STEP.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized List<AppendRequest> due() {
    long now = System.nanoTime();
    List<AppendRequest> due = new ArrayList<>();
    Iterator<AppendRequest> oldest = watched.iterator();
    while (oldest.hasNext()) {
      AppendRequest request = oldest.next();
      if (!request.expired(now)) {
        break;
      }
      oldest.remove();
      due.add(request);
    }
    return due;
  }

  /** Ends everything still open, and watches no more. */
  void close(String why) {
    List<AppendRequest> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(watched);
      watched.clear();
      ticks.shutdownNow();
    }
    open.forEach(request -> request.abandon(why));
  }
}
