package org.jalon.kernel;

/**
 * One professional: a social worker, a head of service. Clear for ever, so it must not identify a
 * person.
 *
 * @param value 1 to 120 visible characters
 */
public record ProfessionalId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public ProfessionalId {
    Identifiers.check("professional", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
