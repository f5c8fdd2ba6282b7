package org.jalon.kernel.command;

import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/** Annul a recorded entry, or read it with other fields from now on. */
@Meaning("Annul a recorded entry, or read it with other fields from now on.")
public record RectifyEntry(
    @Meaning("position of the entry") EntryPosition position,
    @Meaning("what becomes of it") Action action,
    @Meaning(
            "for REPLACE: the fields that were wrong, with their right values; effectiveOn is one"
                + " of them, null takes a value away")
        @Nullable Fields fields,
    @Meaning("why; sealed for entries of a case, else in clear and about nobody") Narrative reason)
    implements EntryCommand {

  /** What becomes of an entry. */
  public enum Action {
    /** It is read as if it had never been. */
    ANNUL,
    /** It is read with other fields. */
    REPLACE
  }
}
