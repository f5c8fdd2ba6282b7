package org.jalon.kernel.wire;

/** A sealed box that should open and does not: never shown as erased. */
public final class UnreadableBox extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableBox(String message) {
    super(message);
  }
}
