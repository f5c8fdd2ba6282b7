package org.jalon.kernel.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NarrativeResealed;

/**
 * Where texts stand since the last redaction of their case. A text is named by the event and the
 * field that it was recorded in, as they were stored, whichever box holds it now; the last {@code
 * NarrativeResealed} of a case names every text that was recorded before it and stays.
 */
public final class Resealed {

  /** Nothing was redacted. */
  public static final Resealed NONE = new Resealed(Map.of());

  private record Name(UUID eventId, String path) {}

  private final Map<Name, Narrative> texts;

  private Resealed(Map<Name, Narrative> texts) {
    this.texts = texts;
  }

  /**
   * @param inOrder of position, of one case or several: all that are recorded, also those after the
   *     moment that is looked at
   */
  public static Resealed of(Collection<NarrativeResealed> inOrder) {
    var last = new HashMap<CaseId, NarrativeResealed>();
    inOrder.forEach(resealed -> last.put(resealed.caseId(), resealed));
    return new Resealed(
        last.values().stream()
            .flatMap(resealed -> resealed.texts().stream())
            .collect(
                Collectors.toUnmodifiableMap(
                    text -> new Name(text.eventId(), text.path()), NarrativeResealed.Text::text)));
  }

  /** Where a text stands now: sealed or erased; empty if it was not sealed again. */
  public Optional<Narrative> find(Narrative.Sealed text) {
    return Optional.ofNullable(texts.get(new Name(text.place().eventId(), text.box().path())));
  }

  /**
   * The event with its texts as they stand now. What is recorded anew with texts of an older entry
   * takes them from here: their first boxes may not open any more. A pending rotation of the case
   * is ended before, or a text that was redacted a moment ago would be sealed again.
   */
  public Event current(Event event) {
    return Texts.replaced(
        event, text -> text instanceof Narrative.Sealed sealed ? find(sealed).orElse(text) : text);
  }

  /** The keys that the texts are sealed under. */
  Set<String> keyIds() {
    return texts.values().stream()
        .filter(Narrative.Sealed.class::isInstance)
        .map(text -> ((Narrative.Sealed) text).box().keyId())
        .collect(Collectors.toUnmodifiableSet());
  }
}
