package org.jalon.command.caseload;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jalon.command.state.Mandate;
import org.jalon.kernel.EffectiveDay;

/** A number that holds from a day on until the next; 0 before the first. */
public final class Steps {

  private final EffectiveDay[] days;
  private final int[] values;

  private Steps(EffectiveDay[] days, int[] values) {
    this.days = days;
    this.values = values;
  }

  /** How many of the mandates hold at the end of each day. */
  public static Steps of(Collection<Mandate> mandates) {
    var changes = new TreeMap<EffectiveDay, Integer>();
    for (Mandate mandate : mandates) {
      changes.merge(mandate.from(), 1, Integer::sum);
      if (mandate.until() != null) {
        changes.merge(mandate.until(), -1, Integer::sum);
      }
    }
    int sum = 0;
    for (Map.Entry<EffectiveDay, Integer> change : changes.entrySet()) {
      sum += change.getValue();
      change.setValue(sum);
    }
    return of(changes.keySet(), day -> changes.getOrDefault(day, 0));
  }

  /** What holds at the end of each day, if it changes on no other days than these. */
  static Steps of(Collection<EffectiveDay> changes, ToIntFunction<EffectiveDay> value) {
    EffectiveDay[] days = changes.stream().sorted().distinct().toArray(EffectiveDay[]::new);
    return new Steps(days, Arrays.stream(days).mapToInt(value).toArray());
  }

  /** What holds at the end of a day. */
  public int on(EffectiveDay day) {
    int found = Arrays.binarySearch(days, day);
    int last = found < 0 ? -found - 2 : found;
    return last < 0 ? 0 : values[last];
  }

  /** The sum of both. */
  public Steps plus(Steps other) {
    return with(other, Integer::sum);
  }

  /** This without the other. */
  public Steps minus(Steps other) {
    return with(other, (one, two) -> one - two);
  }

  /** The days after one, up to another, on which it may change. */
  Stream<EffectiveDay> changes(EffectiveDay from, EffectiveDay to) {
    return Arrays.stream(days).filter(day -> day.isAfter(from) && !day.isAfter(to));
  }

  /** Walks both in step: linear in the days of both. */
  private Steps with(Steps other, IntBinaryOperator combined) {
    var both = new EffectiveDay[days.length + other.days.length];
    var results = new int[both.length];
    int size = 0;
    int here = 0;
    int there = 0;
    while (here < days.length || there < other.days.length) {
      int order =
          here == days.length
              ? 1
              : there == other.days.length ? -1 : days[here].compareTo(other.days[there]);
      both[size] = order <= 0 ? days[here] : other.days[there];
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
      results[size++] =
          combined.applyAsInt(
              here == 0 ? 0 : values[here - 1], there == 0 ? 0 : other.values[there - 1]);
    }
    return new Steps(Arrays.copyOf(both, size), Arrays.copyOf(results, size));
  }
}
