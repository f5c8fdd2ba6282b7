package org.jalon.command.caseload;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jalon.command.state.Mandate;
import org.jalon.kernel.EffectiveDay;

/**
 * A number that holds from a day on until the next; 0 before the first.
 *
 * @param values by the day from which they hold
 */
public record Steps(NavigableMap<EffectiveDay, Integer> values) {

  /** Keeps a copy. */
  public Steps {
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
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
    return new Steps(changes);
  }

  /** What holds at the end of each day, if it changes on some of the days only. */
  static Steps of(Collection<EffectiveDay> days, ToIntFunction<EffectiveDay> value) {
    var values = new TreeMap<EffectiveDay, Integer>();
    days.forEach(day -> values.put(day, value.applyAsInt(day)));
    return new Steps(values);
  }

  /** What holds at the end of a day. */
  public int on(EffectiveDay day) {
    Map.Entry<EffectiveDay, Integer> last = values.floorEntry(day);
    return last == null ? 0 : last.getValue();
  }

  /** The sum of both. */
  public Steps plus(Steps other) {
    return of(days(other), day -> on(day) + other.on(day));
  }

  /** This without the other. */
  public Steps minus(Steps other) {
    return of(days(other), day -> on(day) - other.on(day));
  }

  private NavigableSet<EffectiveDay> days(Steps other) {
    var days = new TreeSet<>(values.keySet());
    days.addAll(other.values.keySet());
    return days;
  }
}
