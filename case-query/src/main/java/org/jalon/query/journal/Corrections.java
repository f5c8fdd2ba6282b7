package org.jalon.query.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.wire.Resealed;

/** What became of the entries of a case and of their texts, whenever that was recorded. */
public final class Corrections {

  /** Nothing was corrected. */
  public static final Corrections NONE = of(List.of(), Map.of());

  private final Map<Long, Entry> rectifications = new HashMap<>();
  private final Map<UUID, Entry> redactions = new HashMap<>();
  private final List<NarrativeResealed> resealings = new ArrayList<>();

  private Corrections() {}

  /**
   * Reads the corrections of one case.
   *
   * @param inOrder of position: its rectifications, redactions and texts sealed again
   * @param eventIds of the entries that were redacted, by position
   */
  static Corrections of(List<Entry> inOrder, Map<Long, UUID> eventIds) {
    var corrections = new Corrections();
    inOrder.forEach(entry -> corrections.add(entry, eventIds, inOrder));
    return corrections;
  }

  /** The rectification that holds for the entry at a position. */
  public Optional<Entry> rectification(long position) {
    return Optional.ofNullable(rectifications.get(position));
  }

  /** The last redaction of the texts of an event. */
  public Optional<Entry> redaction(UUID eventId) {
    return Optional.ofNullable(redactions.get(eventId));
  }

  /** Where the texts that stayed stand now. */
  public Resealed resealed() {
    return Resealed.of(resealings);
  }

  private void add(Entry entry, Map<Long, UUID> eventIds, List<Entry> all) {
    if (entry.event() instanceof EntryRectified how) {
      rectifications.put(how.position(), entry);
    } else if (entry.event() instanceof NarrativeResealed how) {
      resealings.add(how);
    } else if (entry.event() instanceof EntryRedacted how) {
      redact(entry, how.position(), eventIds, all);
    }
  }

  /**
   * With an entry go the texts of what rectified it before, or rectified its own entry after it.
   */
  private void redact(Entry redaction, long position, Map<Long, UUID> eventIds, List<Entry> all) {
    UUID redacted = eventIds.get(position);
    if (redacted != null) {
      redactions.put(redacted, redaction);
    }
    Optional<Long> rectified = rectifiedBy(position, all);
    all.stream()
        .filter(entry -> entry.position() < redaction.position())
        .filter(
            entry ->
                entry.event() instanceof EntryRectified it
                    && (it.position() == position
                        || (entry.position() > position
                            && rectified.filter(at -> at == it.position()).isPresent())))
        .forEach(entry -> redactions.put(entry.place().eventId(), redaction));
  }

  private static Optional<Long> rectifiedBy(long position, List<Entry> all) {
    return all.stream()
        .filter(entry -> entry.position() == position)
        .filter(entry -> entry.event() instanceof EntryRectified)
        .map(entry -> ((EntryRectified) entry.event()).position())
        .findFirst();
  }
}
