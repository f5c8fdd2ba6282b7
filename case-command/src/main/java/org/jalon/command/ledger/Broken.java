package org.jalon.command.ledger;

/** Stored bytes that do not fit: at which position first, and how. */
final class Broken extends Exception {

  private static final long serialVersionUID = 1L;

  private final long position;
  private final String reason;

  Broken(long position, String reason) {
    super(reason);
    this.position = position;
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  long position() {
    return position;
  }
}
