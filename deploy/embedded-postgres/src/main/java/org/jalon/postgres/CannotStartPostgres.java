package org.jalon.postgres;

import org.jspecify.annotations.Nullable;

/** Why the embedded server does not run; the message is for whoever started Jalon. */
public final class CannotStartPostgres extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotStartPostgres(String message) {
    this(message, null);
  }

  CannotStartPostgres(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
