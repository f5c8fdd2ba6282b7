package org.jalon.command.importing;

/** A foreign value made fit for a message: short, on one line, without control characters. */
final class Shortened {
  private static final int MOST = 60;

  private Shortened() {}

  static String of(String value) {
    return of(value, MOST);
  }

  /** At most {@code most} characters. */
  static String of(String value, int most) {
    var clean = new StringBuilder();
    value
        .codePoints()
        .limit(most)
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? '\uFFFD'
                    : c)
        .forEach(clean::appendCodePoint);
    return value.codePointCount(0, value.length()) > most ? clean + "..." : clean.toString();
  }
}
