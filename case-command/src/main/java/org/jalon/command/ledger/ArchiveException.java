package org.jalon.command.ledger;

/** Archiving cannot go on; the ledger is as usable as before, and archiving again completes it. */
public final class ArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveException(String message) {
    super(message);
  }

  ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
