package org.jalon.postgres;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A point in time after which nobody waits any more. */
record Deadline(long nanoTime) {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - nanoTime >= 0;
  }

  /** Waits until it holds; false if the deadline came first. */
  boolean await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (passed()) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(PAUSE);
    }
    return true;
  }
}
