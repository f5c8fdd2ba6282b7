package org.jalon.query.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.query.journal.Entry;
import org.jalon.query.journal.Redactions;
import org.jspecify.annotations.Nullable;

/** What became of the entries of a case: of several rectifications of one the last holds. */
final class Corrections {

  private record Rectified(long by, boolean annulled) {}

  private final Map<Long, Rectified> rectified = new HashMap<>();
  private final Map<UUID, Entry> redacted;

  /**
   * @param rectifications of the case, in order of position
   */
  Corrections(List<Entry> rectifications, Redactions redactions) {
    for (Entry entry : rectifications) {
      if (entry.event() instanceof EntryRectified how) {
        rectified.put(how.position(), new Rectified(entry.position(), how.replacement() == null));
      }
    }
    this.redacted = redactions.redacted();
  }

  /** Position of the rectification that holds; absent if the entry stands as it was recorded. */
  @Nullable Long rectifiedBy(Entry entry) {
    Rectified how = rectified.get(entry.position());
    return how == null ? null : how.by();
  }

  boolean annulled(Entry entry) {
    Rectified how = rectified.get(entry.position());
    return how != null && how.annulled();
  }

  /** Position of the last redaction of its text; absent if there was none. */
  @Nullable Long redactedBy(Entry entry) {
    Entry redaction = redacted.get(entry.place().eventId());
    return redaction == null ? null : Long.valueOf(redaction.position());
  }
}
