package org.jalon.kernel;

/**
 * One profession of the open list: AS, CESF, SMS, HEAD and others. Clear for ever, so it must not
 * identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record ProfessionId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public ProfessionId {
    Identifiers.check("profession", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
