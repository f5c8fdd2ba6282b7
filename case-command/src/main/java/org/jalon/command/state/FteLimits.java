package org.jalon.command.state;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/**
 * A post is never filled beyond its FTE and nobody works beyond one full-time post, on any day. An
 * act answers for the days on which it makes it so or makes it worse, not for what it finds.
 */
public final class FteLimits {

  private FteLimits() {}

  /** The first day on which somebody works more than full time by an act. */
  public static Optional<EffectiveDay> overworked(
      Staffing before, Staffing after, ProfessionalId who) {
    return firstRise(
        before, after, (staffing, day) -> staffing.fteOf(who, day).subtract(BigDecimal.ONE));
  }

  /** The first day on which a post is filled beyond its FTE by an act. */
  public static Optional<EffectiveDay> overfilled(Staffing before, Staffing after, PostId post) {
    return firstRise(before, after, (staffing, day) -> beyond(staffing, post, day));
  }

  /** What is filled beyond the budget; a post that does not stand is asked for elsewhere. */
  private static BigDecimal beyond(Staffing staffing, PostId post, EffectiveDay day) {
    return staffing
        .post(post)
        .filter(one -> one.standsOn(day))
        .map(one -> staffing.fteIn(post, day).subtract(one.budgetOn(day).value()))
        .orElse(BigDecimal.ZERO);
  }

  private static Optional<EffectiveDay> firstRise(
      Staffing before, Staffing after, BiFunction<Staffing, EffectiveDay, BigDecimal> excess) {
    return Stream.of(
            Stream.of(EffectiveDay.FIRST),
            before.changes(EffectiveDay.FIRST, null),
            after.changes(EffectiveDay.FIRST, null))
        .flatMap(days -> days)
        .distinct()
        .sorted()
        .filter(day -> excess.apply(after, day).signum() > 0)
        .filter(day -> excess.apply(after, day).compareTo(excess.apply(before, day)) > 0)
        .findFirst();
  }
}
