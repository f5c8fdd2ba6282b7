package org.jalon.query.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.query.journal.Entry;

/** Where the texts of a case went whose first key was destroyed so that another text be gone. */
final class Resealed {

  /** A field of an event, by its JSON pointer. */
  private record Field(UUID eventId, String path) {}

  private final Map<Field, Field> origins = new HashMap<>();
  private final Map<Field, Narrative> latest = new HashMap<>();

  /**
   * @param resealings of the case, in order of position: of several the last holds
   */
  Resealed(List<Entry> resealings) {
    for (Entry entry : resealings) {
      if (entry.event() instanceof NarrativeResealed resealed) {
        resealed.texts().forEach(this::keep);
      }
    }
  }

  /** The text of the same field as it was sealed last; empty if it never was sealed again. */
  Optional<Narrative> of(Narrative.Sealed text) {
    return Optional.ofNullable(latest.get(origin(field(text))));
  }

  /** All that was sealed again and stands. */
  Collection<Narrative> texts() {
    return latest.values();
  }

  private void keep(NarrativeResealed.Text text) {
    Field origin = origin(new Field(text.eventId(), text.path()));
    latest.put(origin, text.text());
    if (text.text() instanceof Narrative.Sealed sealed) {
      origins.put(field(sealed), origin);
    }
  }

  private Field origin(Field field) {
    return origins.getOrDefault(field, field);
  }

  private static Field field(Narrative.Sealed text) {
    return new Field(text.place().eventId(), text.box().path());
  }
}
