package org.jalon.kernel;

/** What short texts that are kept in clear for ever must be: shown on a line, and about nobody. */
final class ClearText {

  private static final int LONGEST = 200;

  private ClearText() {}

  /**
   * @param kind in words, with its article
   * @param code of the refusal
   */
  static void check(String kind, String code, String value) {
    if (value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)
        || Excerpt.holdsHalfCharacters(value)) {
      throw new InvalidValue(
          code,
          "%s has 1 to %d characters and no control or broken characters; this one has %d characters"
              .formatted(kind, LONGEST, value.length()));
    }
    PersonalData.in(value)
        .ifPresent(
            what -> {
              throw new InvalidValue(
                  code,
                  "%s is kept in clear for ever, and this one looks like %s".formatted(kind, what));
            });
  }
}
