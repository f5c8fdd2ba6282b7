package org.jalon.kernel;

/**
 * One team (équipe). Clear for ever, so it must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record TeamId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public TeamId {
    Identifiers.check("team", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
