package org.jalon.kernel;

/**
 * A word of an open list, such as the domain or the act of an intervention. Clear for ever: a code,
 * never a text about people.
 *
 * @param value 1 to 200 characters without control characters; not personal data
 */
public record Term(String value) {

  /**
   * @throws InvalidValue if the value is blank, too long, holds control characters or looks like
   *     personal data
   */
  public Term {
    ClearText.check("a term", "TERM_MALFORMED", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
