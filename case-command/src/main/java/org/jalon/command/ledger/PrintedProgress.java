package org.jalon.command.ledger;

import java.io.PrintStream;
import java.time.Duration;

/** Prints how far archiving is, at most once a second: positions, rate and time left. */
final class PrintedProgress implements Archiving.Progress {

  private static final long STEP = Duration.ofSeconds(1).toNanos();

  private final PrintStream out;
  private String doing = "";
  private long since;
  private long printedAt;

  PrintedProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void at(String what, long done, long of) {
    long now = System.nanoTime();
    if (!what.equals(doing)) {
      doing = what;
      since = now;
      printedAt = now;
    }
    if (now - printedAt >= STEP) {
      printedAt = now;
      double perSecond = done * 1e9 / (now - since);
      out.printf(
          "%s: %d of %d, %.0f a second, %.0f s left%n",
          what, done, of, perSecond, (of - done) / perSecond);
    }
  }

  @Override
  public void told(String what) {
    out.println(what);
  }
}
