package org.jalon.command.property;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** What stands of the raw facts, told again without any of the code that decides. */
final class Standing {

  private Standing() {}

  /** In the order in which they hold. */
  static List<Fact> of(List<Fact> raw) {
    return raw.stream()
        .filter(fact -> !(fact.event() instanceof EntryRectified))
        .flatMap(fact -> now(fact, raw).stream())
        .sorted(Comparator.comparing(Fact::day).thenComparingLong(Fact::position))
        .toList();
  }

  /** A recorded fact as it is read now; none if it was annulled. */
  static Optional<Fact> now(Fact fact, List<Fact> raw) {
    @Nullable EntryRectified last = lastOf(fact.position(), raw);
    if (last == null) {
      return Optional.of(fact);
    }
    @Nullable Replacement other = last.replacement();
    return other == null
        ? Optional.empty()
        : Optional.of(new Fact(fact.position(), other.day(), fact.commandId(), other.event()));
  }

  private static @Nullable EntryRectified lastOf(long position, List<Fact> raw) {
    return raw.stream()
        .flatMap(f -> f.event() instanceof EntryRectified e ? Stream.of(e) : Stream.empty())
        .filter(rectified -> rectified.position() == position)
        .reduce((_, later) -> Objects.requireNonNull(later))
        .orElse(null);
  }
}
