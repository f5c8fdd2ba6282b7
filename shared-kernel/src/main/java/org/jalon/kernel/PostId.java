package org.jalon.kernel;

/**
 * One budgeted post (poste) of a team. Clear for ever, so it must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record PostId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public PostId {
    Identifiers.check("post", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
