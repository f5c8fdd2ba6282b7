package org.jalon.kernel;

/**
 * A name shown to people for a team, territory or programme. Clear for ever.
 *
 * @param value 1 to 200 characters without control characters
 */
public record Label(String value) {

  private static final int LONGEST = 200;

  /**
   * @throws InvalidValue if the value is blank, too long or holds control characters
   */
  public Label {
    if (value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)
        || Excerpt.holdsHalfCharacters(value)) {
      throw new InvalidValue(
          "LABEL_MALFORMED",
          "a label has 1 to %d characters and no control or broken characters; this one has %d characters"
              .formatted(LONGEST, value.length()));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
