package org.jalon.kernel.feed;

/** The ledger cannot be read at this moment. */
public final class FeedUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried
   * @param cause what went wrong
   */
  public FeedUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param message what was tried
   */
  public FeedUnavailable(String message) {
    super(message);
  }
}
