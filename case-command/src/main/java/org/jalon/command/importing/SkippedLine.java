package org.jalon.command.importing;

import java.util.Optional;

/**
 * A line or trace that was not taken; the others are.
 *
 * @param line from 1, where the fault stands in the inflated file
 * @param column the CSV column or the XES key, if one is at fault
 * @param value what stood there, shortened
 * @param reason the rule and the way out
 */
public record SkippedLine(
    long line, Optional<String> column, Optional<String> value, String reason) {

  /** The line as a whole is at fault. */
  public static SkippedLine of(long line, String reason) {
    return new SkippedLine(line, Optional.empty(), Optional.empty(), reason);
  }

  /** One value of the line is at fault; the value is shortened here. */
  public static SkippedLine of(long line, String column, String value, String reason) {
    return new SkippedLine(line, Optional.of(column), Optional.of(Shortened.of(value)), reason);
  }
}
