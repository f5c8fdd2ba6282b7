package org.jalon.kernel;

/**
 * One intervention (acte) on a case. Clear for ever, so it must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record InterventionId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public InterventionId {
    Identifiers.check("intervention", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
