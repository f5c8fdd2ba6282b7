package org.jalon.command.rectifying;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Resealed;
import org.jspecify.annotations.Nullable;

/**
 * A recorded entry as it stands.
 *
 * @param recorded as it was recorded
 * @param last how it was rectified last; absent if never
 */
record Entry(Fact recorded, @Nullable EntryRectified last) {

  /** The entry at a position, if it was read. */
  static Optional<Entry> at(long position, Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.position() == position)
        .findFirst()
        .map(fact -> new Entry(fact, lastOf(position, facts)));
  }

  private static @Nullable EntryRectified lastOf(long position, Collection<Fact> facts) {
    return facts.stream()
        .sorted(Comparator.comparingLong(Fact::position).reversed())
        .flatMap(f -> f.event() instanceof EntryRectified e ? Stream.of(e) : Stream.empty())
        .filter(rectified -> rectified.position() == position)
        .findFirst()
        .orElse(null);
  }

  /** The same with its texts in the boxes that hold them now. */
  Entry withTexts(Resealed resealed) {
    var now =
        new Fact(
            recorded.position(),
            recorded.day(),
            recorded.commandId(),
            resealed.current(recorded.event()));
    return new Entry(now, last == null ? null : (EntryRectified) resealed.current(last));
  }

  boolean isAnnulled() {
    return last != null && last.replacement() == null;
  }

  /** As it stands, or stood before it was annulled for the last time. */
  Fact standing() {
    Replacement replacement = last == null ? null : last.replacement();
    return replacement == null
        ? recorded
        : new Fact(
            recorded.position(), replacement.day(), recorded.commandId(), replacement.event());
  }
}
