package org.jalon.kernel.norm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;

/** How many open cases a professional may have, unweighted, started or not. */
public final class Ceiling {

  private Ceiling() {}

  /**
   * One of the engagements of a professional.
   *
   * @param fte contracted in it
   * @param place all that is known of it when norms are resolved
   */
  public record Engaged(Fte fte, NormScope place) {}

  /**
   * Rule 3: {@code floor(sum over engagements of FTE x ceiling)}, at least 1 for any FTE, 0 for
   * none.
   *
   * @param held all that the professional holds at the end of the day
   * @throws ArithmeticException if it is beyond an {@code int}
   */
  public static int of(Collection<Engaged> held, Norms norms, EffectiveDay day) {
    if (held.isEmpty()) {
      return 0;
    }
    BigDecimal sum =
        held.stream()
            .map(one -> one.fte.value().multiply(ceiling(norms, one.place, day)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Math.max(1, sum.setScale(0, RoundingMode.FLOOR).intValueExact());
  }

  private static BigDecimal ceiling(Norms norms, NormScope place, EffectiveDay day) {
    return BigDecimal.valueOf(norms.inForce(place, day).ceiling());
  }
}
