package org.jalon.kernel;

/**
 * A name shown to people for a team, territory or programme. Clear for ever.
 *
 * @param value 1 to 200 characters without control characters; not personal data
 */
public record Label(String value) {

  /**
   * @throws InvalidValue if the value is blank, too long, holds control characters or looks like
   *     personal data
   */
  public Label {
    ClearText.check("a label", "LABEL_MALFORMED", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
