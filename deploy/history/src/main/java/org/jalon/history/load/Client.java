package org.jalon.history.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Outcome;
import org.jalon.history.Sourced;

/** Reads, decides and appends, over and over, and writes down every step before the next. */
final class Client implements Runnable {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int LOOKS_BACK = 400;

  private final Store store;
  private final Notebook notebook;
  private final Choices choices;
  private final AtomicBoolean stop;
  private final AtomicLong acknowledged;
  private long nextRequest;
  private long known;

  /**
   * @param firstRequest requests are numbered on from here
   */
  Client(
      Store store,
      Notebook notebook,
      Choices choices,
      long firstRequest,
      AtomicBoolean stop,
      AtomicLong acknowledged) {
    this.store = store;
    this.notebook = notebook;
    this.choices = choices;
    nextRequest = firstRequest;
    this.stop = stop;
    this.acknowledged = acknowledged;
  }

  @Override
  public void run() {
    try (store) {
      while (!stop.get()) {
        try {
          decide();
        } catch (Store.Unreadable _) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private void decide() throws Store.Unreadable {
    List<Criterion> criteria = choices.criteria();
    long marker = 0;
    if (!criteria.isEmpty()) {
      marker = choices.oneIn(12) ? older() : source(criteria);
    }
    Append append = new Append(nextRequest++, marker, criteria, choices.events(criteria));
    notebook.invoked(append, System.nanoTime());
    Outcome outcome = store.append(append);
    notebook.returned(append.request(), System.nanoTime(), store.node(), outcome);
    switch (outcome) {
      case Outcome.Acknowledged(long last) -> {
        acknowledged.incrementAndGet();
        known = Math.max(known, last);
      }
      case Outcome.Rejected _ -> {}
      case Outcome.Failed _, Outcome.Unknown _, Outcome.Unanswered _ ->
          LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** A marker from an earlier time, which may be long ago. */
  private long older() {
    return Math.max(0, known - choices.smallBelow(known));
  }

  private long source(List<Criterion> criteria) throws Store.Unreadable {
    long back = choices.oneIn(50) ? choices.smallBelow(known) : LOOKS_BACK;
    long after = Math.max(0, known - back);
    long startedAt = System.nanoTime();
    Store.Slice slice = store.source(criteria, after);
    notebook.sourced(
        new Sourced(
            startedAt,
            System.nanoTime(),
            criteria,
            after,
            slice.marker(),
            slice.positions(),
            slice.ids()));
    known = Math.max(known, slice.marker());
    return slice.marker();
  }
}
