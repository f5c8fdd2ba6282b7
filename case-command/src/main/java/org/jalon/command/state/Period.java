package org.jalon.command.state;

import org.jalon.kernel.EffectiveDay;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a case is open.
 *
 * @param from first day
 * @param until first day after it; absent while it runs
 */
public record Period(EffectiveDay from, @Nullable EffectiveDay until) {

  /** Whether it is open at the end of a day. */
  public boolean holdsOn(EffectiveDay day) {
    return meets(day, null) && !from.isAfter(day);
  }

  /** Whether it is open at the end of any day from one on, before another if given. */
  public boolean meets(EffectiveDay first, @Nullable EffectiveDay end) {
    EffectiveDay later = from.orLater(first);
    return (until == null || until.isAfter(later)) && (end == null || end.isAfter(later));
  }

  Period endedOn(EffectiveDay day) {
    return new Period(from, day);
  }
}
