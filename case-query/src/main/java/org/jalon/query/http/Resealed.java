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

  /**
   * A field of an event.
   *
   * @param path as a JSON pointer
   */
  record Field(UUID eventId, String path) {}

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

  /** The field that a text was written in, wherever it was sealed again since. */
  Field origin(Narrative.Sealed text) {
    return origin(new Field(text.place().eventId(), text.box().path()));
  }

  /** The text of a field as it was sealed last; empty if it never was sealed again. */
  Optional<Narrative> latest(Field origin) {
    return Optional.ofNullable(latest.get(origin));
  }

  /** All that was sealed again and stands. */
  Collection<Narrative> texts() {
    return latest.values();
  }

  private void keep(NarrativeResealed.Text text) {
    Field origin = origin(new Field(text.eventId(), text.path()));
    latest.put(origin, text.text());
    if (text.text() instanceof Narrative.Sealed(var box, var place)) {
      origins.put(new Field(place.eventId(), box.path()), origin);
    }
  }

  private Field origin(Field field) {
    return origins.getOrDefault(field, field);
  }
}
