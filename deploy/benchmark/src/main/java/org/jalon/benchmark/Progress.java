package org.jalon.benchmark;

import java.util.Locale;

/** Tells whoever waits what is being done, on standard error, beside the results. */
final class Progress {

  private static final long START = System.nanoTime();

  private Progress() {}

  static void say(String what) {
    System.err.printf(
        Locale.ROOT, "%4d s  %s%n", (System.nanoTime() - START) / 1_000_000_000, what);
  }
}
