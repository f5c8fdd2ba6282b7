package org.jalon.kernel.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jalon.kernel.EffectiveDay;

/** Facts in the order in which they hold: by effective day, then by position; each once. */
public final class Timeline {

  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::day).thenComparingLong(Fact::position);

  private final List<Fact> facts;

  private Timeline(List<Fact> ordered) {
    this.facts = ordered;
  }

  /** Orders the facts; of several with one position, one stays. */
  public static Timeline of(Collection<Fact> facts) {
    var byPosition = new TreeMap<Long, Fact>();
    facts.forEach(fact -> byPosition.put(fact.position(), fact));
    return new Timeline(byPosition.values().stream().sorted(ORDER).toList());
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
