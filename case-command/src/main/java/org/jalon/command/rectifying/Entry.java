package org.jalon.command.rectifying;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A recorded entry as it stands.
 *
 * @param recorded as it was recorded
 * @param replacement the last that stood in its place; absent if none ever did
 * @param isAnnulled whether it was taken out since
 */
record Entry(Fact recorded, @Nullable Replacement replacement, boolean isAnnulled) {

  /** The entry at a position, if it was read. */
  static Optional<Entry> at(long position, Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.position() == position)
        .findFirst()
        .map(fact -> of(fact, rectificationsOf(position, facts)));
  }

  private static Entry of(Fact recorded, List<EntryRectified> rectifications) {
    Replacement last =
        rectifications.stream()
            .map(EntryRectified::replacement)
            .filter(Objects::nonNull)
            .reduce((_, later) -> later)
            .orElse(null);
    boolean annulled = !rectifications.isEmpty() && rectifications.getLast().replacement() == null;
    return new Entry(recorded, last, annulled);
  }

  private static List<EntryRectified> rectificationsOf(long position, Collection<Fact> facts) {
    return facts.stream()
        .sorted(Comparator.comparingLong(Fact::position))
        .map(Fact::event)
        .filter(EntryRectified.class::isInstance)
        .map(EntryRectified.class::cast)
        .filter(rectified -> rectified.position() == position)
        .toList();
  }

  /** The same, each event as the function tells it. */
  Entry withTexts(UnaryOperator<Event> current) {
    Fact entry =
        new Fact(
            recorded.position(),
            recorded.day(),
            recorded.commandId(),
            current.apply(recorded.event()));
    Replacement other =
        replacement == null
            ? null
            : new Replacement(
                replacement.day(), replacement.effectiveOn(), current.apply(replacement.event()));
    return new Entry(entry, other, isAnnulled);
  }

  /** As it stands, or stood before it was annulled for the last time. */
  Fact standing() {
    return replacement == null
        ? recorded
        : new Fact(
            recorded.position(), replacement.day(), recorded.commandId(), replacement.event());
  }
}
