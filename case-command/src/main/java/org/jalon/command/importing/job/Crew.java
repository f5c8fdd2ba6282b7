package org.jalon.command.importing.job;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks side by side, a bounded number at once; the first that fails ends it all. */
final class Crew implements AutoCloseable {

  /** One piece of work. */
  @FunctionalInterface
  interface Task {
    void run() throws InterruptedException;
  }

  /** Longer than any single decision with all its repetitions takes. */
  private static final Duration LONGEST_TASK = Duration.ofMinutes(5);

  /** Longer than an interrupted decision takes to notice: its statements have deadlines. */
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

  private final int most;
  private final Duration closing;
  private final Semaphore places;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-line-", 0).factory());
  private final AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();

  Crew(int most) {
    this(most, CLOSING);
  }

  Crew(int most, Duration closing) {
    this.most = most;
    this.closing = closing;
    this.places = new Semaphore(most);
  }

  /**
   * Begins a task as soon as there is a place.
   *
   * @throws RuntimeException the first one that a task threw
   */
  void submit(Task task) throws InterruptedException {
    acquire(1);
    executor.execute(() -> run(task));
  }

  /**
   * Waits for all tasks.
   *
   * @throws RuntimeException the first one that a task threw
   */
  void join() throws InterruptedException {
    acquire(most);
    places.release(most);
  }

  private void acquire(int permits) throws InterruptedException {
    if (!places.tryAcquire(permits, LONGEST_TASK.toSeconds(), TimeUnit.SECONDS)) {
      throw new ImportFailed(
          "STORE_UNAVAILABLE",
          "a line was not decided within %s; import the same file again, nothing is recorded twice"
              .formatted(LONGEST_TASK));
    }
    RuntimeException first = failed.get();
    if (first != null) {
      places.release(permits);
      throw first;
    }
  }

  private void run(Task task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failed.compareAndSet(null, e);
    } catch (InterruptedException _) {
      failed.compareAndSet(null, Interrupted.failure());
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  /** Interrupts what still runs and waits for its end, so that nothing is recorded afterwards. */
  @Override
  public void close() {
    executor.shutdownNow();
    if (!ended()) {
      LOG.warn("lines are still being decided {} after they were interrupted", closing);
    }
  }

  /** Whether all ended in time; being interrupted itself makes it wait no less. */
  private boolean ended() {
    long until = System.nanoTime() + closing.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return executor.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
