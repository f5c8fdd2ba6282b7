package org.jalon.kernel.wire;

import java.util.Optional;

/** The ledger holds a fact of a name or version that this program does not know: it must stop. */
public final class UnknownEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param known the version of that name that is written today; empty if the name is not known
   */
  UnknownEvent(EventName stored, Optional<EventName> known) {
    super(
        "event %s version %d is not known here (%s); it was recorded by a newer Jalon, update this one"
            .formatted(
                stored.name(),
                stored.version(),
                known
                    .map(
                        name ->
                            "%s is known up to version %d".formatted(name.name(), name.version()))
                    .orElse("no event of that name is")));
  }
}
