package org.jalon.query.journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was redacted of a case, whenever that was recorded.
 *
 * @param redacted the redaction of an entry, by the id of its event
 * @param resealings of the texts that stayed, in order of position
 */
public record Redactions(Map<UUID, Entry> redacted, List<Entry> resealings) {

  /** Nothing was. */
  public static final Redactions NONE = new Redactions(Map.of(), List.of());

  /** Keeps copies. */
  public Redactions {
    redacted = Map.copyOf(redacted);
    resealings = List.copyOf(resealings);
  }
}
