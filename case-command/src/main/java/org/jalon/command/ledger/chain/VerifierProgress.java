package org.jalon.command.ledger.chain;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Tells now and then how far a long verification is, and how fast. */
public final class VerifierProgress implements LongConsumer, AutoCloseable {

  private static final long EVERY = Duration.ofSeconds(5).toNanos();
  private static final int LOOK_EVERY = 1_024;

  private final PrintStream target;
  private final long began = System.nanoTime();
  private long told = began;
  private long events;
  private long position;

  /** Tells there. */
  public VerifierProgress(PrintStream target) {
    this.target = target;
  }

  @Override
  public void accept(long reached) {
    position = reached;
    if (++events % LOOK_EVERY == 0 && System.nanoTime() - told > EVERY) {
      tell();
    }
  }

  private void tell() {
    told = System.nanoTime();
    target.printf(
        "position %d, %d events, %.0f events/s%n",
        position, events, events * 1e9 / Math.max(1, told - began));
  }

  /** Tells the end, if it told anything before. */
  @Override
  public void close() {
    if (told != began) {
      tell();
    }
  }
}
