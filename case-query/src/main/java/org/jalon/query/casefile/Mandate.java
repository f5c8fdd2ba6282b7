package org.jalon.query.casefile;

import java.time.LocalDate;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a professional pilots a case.
 *
 * @param from first day
 * @param until first day after it; absent while it runs
 * @param overlapUntil last day on which they, who handed the case over, keep access to it
 */
public record Mandate(
    ProfessionalId referent,
    EffectiveDay from,
    @Nullable EffectiveDay until,
    @Nullable LocalDate overlapUntil) {

  static Mandate begun(ProfessionalId referent, EffectiveDay from) {
    return new Mandate(referent, from, null, null);
  }

  /** Whether no end of it is known. */
  public boolean runs() {
    return until == null;
  }

  Mandate ended(EffectiveDay on, @Nullable LocalDate overlap) {
    return runs() ? new Mandate(referent, from, on, overlap) : this;
  }
}
