package org.jalon.kernel;

/**
 * One household (ménage); a lone person is a household of one. Clear for ever, so it must not
 * identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record HouseholdId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public HouseholdId {
    Identifiers.check("household", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
