package org.jalon.command.ledger.chain;

/** Stored bytes that do not fit: at which position first, and how. */
public final class Broken extends Exception {

  private static final long serialVersionUID = 1L;

  private final long position;
  private final String reason;

  public Broken(long position, String reason) {
    super(reason);
    this.position = position;
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  public long position() {
    return position;
  }
}
