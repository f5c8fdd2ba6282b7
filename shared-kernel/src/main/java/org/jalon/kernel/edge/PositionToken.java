package org.jalon.kernel.edge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jalon.kernel.LedgerId;

/**
 * A place in a ledger as clients carry it, for example {@code main:4711}.
 *
 * @param position 0 or more
 */
public record PositionToken(LedgerId ledger, long position) {

  /** The header in which readers are asked for, and answer, a position. */
  public static final String HEADER = "Jalon-Position";

  private static final Pattern SHAPE = Pattern.compile("(?:([a-z][a-z0-9_]{0,19}):)?([0-9]{1,18})");

  /**
   * Reads a token; a bare number means the ledger {@code main}.
   *
   * @throws ProblemException 400 if the text is no token
   */
  public static PositionToken parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw ProblemException.malformed(
          Violation.ofField(
              "POSITION_MALFORMED",
              HEADER,
              "a position is a number or a ledger and a number, for example main:4711"));
    }
    String ledger = matcher.group(1);
    return new PositionToken(
        ledger == null ? LedgerId.MAIN : new LedgerId(ledger), Long.parseLong(matcher.group(2)));
  }

  @Override
  public String toString() {
    return ledger + ":" + position;
  }
}
