package org.jalon.command.state;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a professional is referent of a case.
 *
 * @param from first day
 * @param until first day after it; absent while it runs
 */
public record Mandate(ProfessionalId referent, EffectiveDay from, @Nullable EffectiveDay until) {

  /** Whether it holds at the end of a day. */
  public boolean holdsOn(EffectiveDay day) {
    return !from.isAfter(day) && (until == null || until.isAfter(day));
  }

  Mandate endedOn(EffectiveDay day) {
    return new Mandate(referent, from, day);
  }
}
