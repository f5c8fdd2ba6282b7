package org.jalon.kernel.event;

import java.util.List;
import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;

/**
 * What stays of a case's text was sealed again under a new key, before the old one was destroyed.
 *
 * @param texts every text that stays of what was sealed before
 */
public record NarrativeResealed(CaseId caseId, List<Text> texts) implements CaseEvent {

  /**
   * One text at its new place.
   *
   * @param eventId of the event that it belongs to
   * @param path of its field there, as a JSON pointer
   * @param text sealed under the new key
   */
  public record Text(UUID eventId, String path, Narrative text) {}

  /** Keeps a copy. */
  public NarrativeResealed {
    texts = List.copyOf(texts);
  }
}
