package org.jalon.kernel.wire;

/** The ledger holds a fact of a name or version that this program does not know: it must stop. */
public final class UnknownEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownEvent(String name, int version) {
    super(
        "event %s version %d is not known here; it was recorded by a newer Jalon, update this one"
            .formatted(name, version));
  }
}
