package org.jalon.command.importing;

/** A row cannot be taken; never leaves this package. */
final class BadField extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SkippedLine skipped;

  BadField(SkippedLine skipped) {
    super(skipped.reason());
    this.skipped = skipped;
  }

  SkippedLine skipped() {
    return skipped;
  }
}
