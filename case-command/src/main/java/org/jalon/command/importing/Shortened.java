package org.jalon.command.importing;

/** A foreign value made fit for a message: short, on one line, without control characters. */
final class Shortened {
  private static final int MOST = 60;

  private Shortened() {}

  static String of(String value) {
    var clean = new StringBuilder();
    value
        .codePoints()
        .limit(MOST)
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? '\uFFFD'
                    : c)
        .forEach(clean::appendCodePoint);
    return value.codePointCount(0, value.length()) > MOST ? clean + "..." : clean.toString();
  }
}
