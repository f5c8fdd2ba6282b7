package org.jalon.kernel;

/**
 * One programme (dispositif). Clear for ever, so it must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record ProgrammeId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public ProgrammeId {
    Identifiers.check("programme", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
