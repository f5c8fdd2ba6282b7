package org.jalon.workload.caseload;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * Something about a referent that somebody should look at.
 *
 * @param since first day from which it is so without a break
 * @param load open cases of which they are referent, started or not
 * @param ceiling the most there may be
 * @param position of the fact that says so; absent where none does
 */
public record Alert(
    Code code,
    ProfessionalId professional,
    EffectiveDay since,
    int load,
    int ceiling,
    @Nullable Long position) {

  /** What is wrong. */
  public enum Code {
    /** Less capacity left more open cases than the ceiling admits. */
    ABOVE_CEILING,
    /** The referent of open cases holds no post. */
    ORPHANED
  }
}
