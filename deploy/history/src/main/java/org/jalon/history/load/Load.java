package org.jalon.history.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Many clients at once, each with a store of its own, until they are stopped. */
public final class Load implements AutoCloseable {

  private static final int REQUEST_BITS = 32;
  private static final int CLIENT_BITS = 12;

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicLong acknowledged = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();
  private final Notebook notebook;

  /**
   * @param stores makes each client's own
   * @param notebook is closed with the load
   * @param number of the process they are in, once in a history, 1 to 500,000
   * @param seed of all choices
   * @param subjects how many there are; fewer, more conflicts
   */
  public Load(
      Supplier<Store> stores, Notebook notebook, int number, int clients, long seed, int subjects) {
    this.notebook = notebook;
    for (int i = 0; i < clients; i++) {
      long first = ((long) number << CLIENT_BITS | i) << REQUEST_BITS;
      Choices choices = new Choices(new Random(seed * 31 + i), subjects);
      Client client = new Client(stores.get(), notebook, choices, first, stop, acknowledged);
      threads.add(Thread.ofVirtual().name("client-" + i).start(client));
    }
  }

  /** Appends that were acknowledged so far. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /**
   * Lets every client finish what it has begun.
   *
   * @throws IllegalStateException if one is not done in that time
   */
  public void finish(Duration atMost) throws InterruptedException {
    stop.set(true);
    long until = System.nanoTime() + atMost.toNanos();
    for (Thread thread : threads) {
      if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
        throw new IllegalStateException(thread.getName() + " is not done after " + atMost);
      }
    }
  }

  @Override
  public void close() {
    stop.set(true);
    notebook.close();
  }
}
