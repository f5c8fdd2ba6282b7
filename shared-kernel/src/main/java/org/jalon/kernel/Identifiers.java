package org.jalon.kernel;

/** What every id must be: short, visible, and not about anybody. */
final class Identifiers {

  private static final int LONGEST = 120;
  private static final int SHOWN = 40;

  private Identifiers() {}

  static void check(String kind, String value) {
    if (value.isEmpty() || value.length() > LONGEST) {
      throw malformed(kind, value, "has %d characters".formatted(value.length()));
    }
    if (value.strip().length() != value.length()) {
      throw malformed(kind, value, "begins or ends with a space");
    }
    value
        .codePoints()
        .filter(Identifiers::invisible)
        .findFirst()
        .ifPresent(
            point -> {
              throw malformed(kind, value, "holds the invisible character U+%04X".formatted(point));
            });
    PersonalData.in(value)
        .ifPresent(
            what -> {
              throw new InvalidValue(
                  "IDENTIFYING_ID",
                  "this %s id looks like %s; ids are kept in clear for ever, use an opaque one"
                      .formatted(kind, what));
            });
  }

  private static boolean invisible(int point) {
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

  private static InvalidValue malformed(String kind, String value, String finding) {
    return new InvalidValue(
        "ID_MALFORMED",
        "%s id '%s' %s; an id has 1 to %d visible characters"
            .formatted(kind, shown(value), finding, LONGEST));
  }

  private static String shown(String value) {
    String visible =
        value
            .codePoints()
            .map(p -> invisible(p) ? '?' : p)
            .limit(SHOWN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return value.length() > SHOWN ? visible + "..." : visible;
  }
}
