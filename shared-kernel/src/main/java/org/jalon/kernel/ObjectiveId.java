package org.jalon.kernel;

/**
 * One objective of an accompaniment. Clear for ever, so it must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record ObjectiveId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public ObjectiveId {
    Identifiers.check("objective", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
