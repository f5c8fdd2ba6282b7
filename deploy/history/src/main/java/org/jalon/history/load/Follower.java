package org.jalon.history.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Reads everything from a position on, and writes down what it is given. */
public final class Follower implements Runnable {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int PAGE = 500;

  private final Store store;
  private final Notebook notebook;
  private final AtomicBoolean stop;
  private volatile long last;

  public Follower(Store store, Notebook notebook, long after, AtomicBoolean stop) {
    this.store = store;
    this.notebook = notebook;
    this.stop = stop;
    last = after;
    notebook.begins(after);
  }

  @Override
  public void run() {
    try (store) {
      while (!stop.get()) {
        try {
          follow();
        } catch (Store.Unreadable _) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  private void follow() throws Store.Unreadable {
    long askedAt = System.nanoTime();
    List<Store.Seen> page = store.read(last, PAGE);
    notebook.saw(page.size() < PAGE ? askedAt : 0, page);
    if (!page.isEmpty()) {
      last = page.getLast().position();
    }
  }

  /** The last position it was given. */
  public long last() {
    return last;
  }
}
