package org.jalon.kernel;

/**
 * One case (dossier): a household's passage in one programme. Clear for ever, so it must not
 * identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record CaseId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public CaseId {
    Identifiers.check("case", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
