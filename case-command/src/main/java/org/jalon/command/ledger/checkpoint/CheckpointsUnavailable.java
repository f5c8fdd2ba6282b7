package org.jalon.command.ledger.checkpoint;

/** The signing key or the file of checkpoints cannot be used; the message says what to do. */
public final class CheckpointsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CheckpointsUnavailable(String message) {
    super(message);
  }

  CheckpointsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
