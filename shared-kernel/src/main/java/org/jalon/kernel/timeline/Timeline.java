package org.jalon.kernel.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Replacement;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the order in which they hold: by effective day, then by position; each once. What was
 * rectified is already replaced in it or gone, at its own position; the rectifications themselves
 * are no part of it.
 */
public final class Timeline {

  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::day).thenComparingLong(Fact::position);

  private final List<Fact> facts;

  private Timeline(List<Fact> ordered) {
    this.facts = ordered;
  }

  /**
   * Orders the facts; of several with one position, one stays. A rectification of an entry that is
   * not among them changes nothing.
   */
  public static Timeline of(Collection<Fact> facts) {
    var standing = new TreeMap<Long, Fact>();
    var rectifications = new TreeMap<Long, EntryRectified>();
    for (Fact fact : facts) {
      if (fact.event() instanceof EntryRectified rectified) {
        rectifications.put(fact.position(), rectified);
      } else {
        standing.put(fact.position(), fact);
      }
    }
    var last = new TreeMap<Long, EntryRectified>();
    rectifications.values().forEach(rectified -> last.put(rectified.position(), rectified));
    last.forEach((position, how) -> standing.computeIfPresent(position, (_, it) -> now(it, how)));
    var ordered = new ArrayList<>(standing.values());
    ordered.sort(ORDER);
    return new Timeline(List.copyOf(ordered));
  }

  private static @Nullable Fact now(Fact entry, EntryRectified how) {
    Replacement other = how.replacement();
    return other == null
        ? null
        : new Fact(entry.position(), other.day(), entry.commandId(), other.event());
  }

  /** What is left at the end of a day: facts of later days are not there yet. */
  public Timeline until(EffectiveDay day) {
    return new Timeline(facts.stream().filter(fact -> !fact.day().isAfter(day)).toList());
  }

  /** The facts in their order. */
  public List<Fact> facts() {
    return facts;
  }

  /** Reads the timeline from its start. */
  public <S> S fold(S initial, BiFunction<? super S, ? super Fact, ? extends S> evolve) {
    S state = initial;
    for (Fact fact : facts) {
      state = evolve.apply(state, fact);
    }
    return state;
  }
}
