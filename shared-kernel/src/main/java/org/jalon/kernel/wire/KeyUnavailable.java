package org.jalon.kernel.wire;

/** A key that should be there cannot be had now. */
public final class KeyUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message names the key, the rule and the way out
   * @param cause what went wrong
   */
  public KeyUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message names the key, the rule and the way out
   */
  public KeyUnavailable(String message) {
    super(message);
  }
}
