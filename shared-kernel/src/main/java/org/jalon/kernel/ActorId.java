package org.jalon.kernel;

/**
 * Who acts: a professional's id or a technical name such as {@code local}. Clear for ever, so it
 * must not identify a person.
 *
 * @param value 1 to 120 visible characters
 */
public record ActorId(String value) implements Identifier {

  /**
   * @throws InvalidValue if the value is malformed or looks like personal data
   */
  public ActorId {
    Identifiers.check("actor", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
