package org.jalon.command.assigning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.command.state.Mandate;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Norm;
import org.jalon.kernel.ProfessionalId;

/**
 * How many open cases a referent may have: {@code floor(FTE x ceiling)}, at least 1 for any FTE,
 * unweighted, on every day that an act answers for.
 */
final class Ceiling {

  /**
   * A day on which one more case would be too many.
   *
   * @param load open cases with the new one
   * @param ceiling the most there may be
   */
  record Excess(EffectiveDay day, int load, int ceiling) {}

  private Ceiling() {}

  /** The first day, from the given one to the later of it and today, that would be exceeded. */
  static Optional<Excess> exceeded(
      Assigning state, ProfessionalId who, EffectiveDay from, EffectiveDay today) {
    EffectiveDay last = from.orLater(today);
    Stream<EffectiveDay> days =
        Stream.concat(
            Stream.of(from),
            Stream.concat(
                state.staffing().changes(from, last), beginnings(state, who, from, last)));
    return days.sorted()
        .map(day -> new Excess(day, state.load(who, day) + 1, of(state.staffing().fteOf(who, day))))
        .filter(excess -> excess.load() > excess.ceiling())
        .findFirst();
  }

  private static int of(BigDecimal fte) {
    if (fte.signum() == 0) {
      return 0;
    }
    BigDecimal cases = fte.multiply(BigDecimal.valueOf(Norm.SHIPPED.ceiling()));
    return Math.max(1, cases.setScale(0, RoundingMode.FLOOR).intValueExact());
  }

  /** Load rises only where a mandate begins. */
  private static Stream<EffectiveDay> beginnings(
      Assigning state, ProfessionalId who, EffectiveDay from, EffectiveDay last) {
    return state.lives().stream()
        .flatMap(life -> life.mandates().stream())
        .filter(mandate -> mandate.referent().equals(who))
        .map(Mandate::from)
        .filter(day -> day.isAfter(from) && !day.isAfter(last));
  }
}
