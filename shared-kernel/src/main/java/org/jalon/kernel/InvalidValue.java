package org.jalon.kernel;

/** A value that its type refuses; the message names the value, the rule and the way out. */
public final class InvalidValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code the machine-readable rule, for example {@code IDENTIFYING_ID}
   * @param message for people
   */
  public InvalidValue(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The machine-readable rule that was broken. */
  public String code() {
    return code;
  }
}
