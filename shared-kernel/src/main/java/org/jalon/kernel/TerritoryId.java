package org.jalon.kernel;

/**
 * One territory (territoire). Clear for ever, so it must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record TerritoryId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public TerritoryId {
    Identifiers.check("territory", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
