package org.jalon.kernel;

/**
 * A word of an open list, such as the domain or the act of an intervention. Clear for ever.
 *
 * @param value 1 to 200 characters without control characters; not personal data
 */
public record Term(String value) {

  private static final int LONGEST = 200;

  /**
   * @throws InvalidValue if the value is blank, too long, holds control characters or looks like
   *     personal data
   */
  public Term {
    if (value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)
        || Excerpt.holdsHalfCharacters(value)) {
      throw new InvalidValue(
          "TERM_MALFORMED",
          "a term has 1 to %d characters and no control or broken characters; this one has %d characters"
              .formatted(LONGEST, value.length()));
    }
    PersonalData.in(value)
        .ifPresent(
            what -> {
              throw new InvalidValue(
                  "TERM_MALFORMED",
                  "this term looks like %s; terms are kept in clear for ever, write it in the note"
                      .formatted(what));
            });
  }

  @Override
  public String toString() {
    return value;
  }
}
