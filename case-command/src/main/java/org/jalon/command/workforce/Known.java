package org.jalon.command.workforce;

import org.jalon.kernel.EffectiveDay;
import org.jspecify.annotations.Nullable;

/**
 * What creating something new inside something else rests on.
 *
 * @param taken whether the new id is taken
 * @param homeSince first day of what it will belong to; absent when that was never created
 */
record Known(boolean taken, @Nullable EffectiveDay homeSince) {

  static final Known NOTHING = new Known(false, null);

  Known asTaken() {
    return new Known(true, homeSince);
  }

  Known homeFrom(EffectiveDay day) {
    return new Known(taken, day);
  }

  boolean hasHomeOn(EffectiveDay day) {
    return homeSince != null && !homeSince.isAfter(day);
  }
}
