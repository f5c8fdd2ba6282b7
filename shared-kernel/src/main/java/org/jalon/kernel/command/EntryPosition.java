package org.jalon.kernel.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jalon.kernel.Excerpt;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.LedgerId;

/**
 * The place of a recorded entry.
 *
 * @param ledger that it is in
 * @param value from 1
 */
public record EntryPosition(LedgerId ledger, long value) {

  private static final Pattern SHAPE = Pattern.compile("(?:([a-z][a-z0-9_]{0,19}):)?([0-9]{1,18})");

  /**
   * @throws InvalidValue if the value is below 1
   */
  public EntryPosition {
    if (value < 1) {
      throw malformed(Long.toString(value));
    }
  }

  /** An entry of the ledger {@code main}. */
  public static EntryPosition of(long value) {
    return new EntryPosition(LedgerId.MAIN, value);
  }

  /**
   * Reads {@code main:4711} or {@code 4711}, which means the ledger {@code main}.
   *
   * @throws InvalidValue if the text is neither
   */
  public static EntryPosition parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw malformed(text);
    }
    String ledger = matcher.group(1);
    return new EntryPosition(
        ledger == null ? LedgerId.MAIN : new LedgerId(ledger), Long.parseLong(matcher.group(2)));
  }

  private static InvalidValue malformed(String text) {
    return new InvalidValue(
        "POSITION_MALFORMED",
        "'%s' is no position: a number from 1, or a ledger and a number, for example main:4711"
            .formatted(Excerpt.of(text)));
  }

  @java.lang.Override
  public String toString() {
    return ledger + ":" + value;
  }
}
