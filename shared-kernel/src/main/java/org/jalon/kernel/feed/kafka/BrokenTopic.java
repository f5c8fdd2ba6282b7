package org.jalon.kernel.feed.kafka;

import org.jspecify.annotations.Nullable;

/**
 * The topic does not hold what its own records say it holds: readers must stop until it was written
 * anew.
 */
public final class BrokenTopic extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is missing where, and the way out
   */
  public BrokenTopic(String message) {
    super(message);
  }

  BrokenTopic(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
