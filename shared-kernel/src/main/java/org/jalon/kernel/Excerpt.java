package org.jalon.kernel;

/** What may be repeated of a text that somebody sent: short and visible. */
public final class Excerpt {

  private static final int LONGEST = 40;

  private Excerpt() {}

  /** The first 40 characters, those that cannot be seen replaced by a question mark. */
  public static String of(String text) {
    String visible =
        text.codePoints()
            .map(point -> isInvisible(point) ? '?' : point)
            .limit(LONGEST)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return text.codePointCount(0, text.length()) > LONGEST ? visible + "..." : visible;
  }

  /** Whether a character cannot be seen, or is half of one. */
  static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> point != ' ';
      default -> false;
    };
  }

  /** Whether a text holds half of a character, which no stored form can keep. */
  static boolean holdsHalfCharacters(String text) {
    return text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
