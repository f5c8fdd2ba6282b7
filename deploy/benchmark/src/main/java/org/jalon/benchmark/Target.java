package org.jalon.benchmark;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One figure that must be reached.
 *
 * @param unit behind the numbers
 * @param figure absent when the run did not measure it
 */
record Target(String name, String unit, double atLeast, double prize, OptionalDouble figure) {

  private static final String ROW = "%-62s %10s %10s %10s  %s";

  /** What the columns are. */
  static String heading() {
    return ROW.formatted("what must be reached", "bound", "prize", "figure", "");
  }

  /** As a line of a table. */
  String line() {
    String told = figure.isEmpty() ? "-" : told(figure.getAsDouble());
    return ROW.formatted(name, told(atLeast), told(prize), told, verdict());
  }

  /** Less is better when the prize is less than the bound. */
  boolean reaches(double bound) {
    return figure.isPresent()
        && (prize < atLeast ? figure.getAsDouble() <= bound : figure.getAsDouble() >= bound);
  }

  private String verdict() {
    if (figure.isEmpty()) {
      return "not measured";
    }
    if (reaches(prize)) {
      return "prize";
    }
    return reaches(atLeast) ? "reached" : "MISSED";
  }

  private String told(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f%s" : "%.0f%s", value, unit);
  }
}
