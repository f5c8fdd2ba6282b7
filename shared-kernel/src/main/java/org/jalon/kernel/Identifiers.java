package org.jalon.kernel;

/** What every id must be: short, visible, and not about anybody. */
final class Identifiers {

  private static final int LONGEST = 120;

  private Identifiers() {}

  static void check(String kind, String value) {
    int length = value.codePointCount(0, value.length());
    if (length == 0 || length > LONGEST) {
      throw malformed(kind, value, "has %d characters".formatted(length));
    }
    if (value.equals(".") || value.equals("..")) {
      throw malformed(kind, value, "is a step in an address");
    }
    if (value.strip().length() != value.length()) {
      throw malformed(kind, value, "begins or ends with a space");
    }
    value
        .codePoints()
        .filter(Excerpt::isInvisible)
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

  private static InvalidValue malformed(String kind, String value, String finding) {
    return new InvalidValue(
        "ID_MALFORMED",
        "%s id '%s' %s; an id has 1 to %d visible characters"
            .formatted(kind, Excerpt.of(value), finding, LONGEST));
  }
}
