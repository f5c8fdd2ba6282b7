package org.jalon.command.ledger.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970-01-01T00:00Z, what PostgreSQL keeps and the chain hashes. */
public final class Micros {

  private Micros() {}

  /** What cannot be counted so, infinity above all, becomes the largest or smallest number. */
  public static long of(Instant instant) {
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** The instant so many microseconds after 1970-01-01T00:00Z. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
