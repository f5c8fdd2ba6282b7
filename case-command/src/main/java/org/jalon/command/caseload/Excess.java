package org.jalon.command.caseload;

import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a referent has more open cases than the ceiling in force admits.
 *
 * @param load open cases of which they are referent
 * @param ceiling the most there may be
 */
public record Excess(EffectiveDay day, int load, int ceiling) {

  private static final EffectiveDay LAST = EffectiveDay.of(9999, 12, 31);

  /**
   * The first day from one to another on which an act raised a referent's load, and above the
   * ceiling.
   */
  public static Optional<Excess> byLoad(
      World before,
      World after,
      ProfessionalId who,
      EffectiveDay from,
      EffectiveDay to,
      @Nullable ProgrammeId programme) {
    return byLoad(before.loads(who), after.loads(who), after.ceilings(who, programme), from, to);
  }

  /** The same for loads and ceilings that are known already. */
  public static Optional<Excess> byLoad(
      Steps before, Steps after, Steps ceilings, EffectiveDay from, EffectiveDay to) {
    return days(from, to, before, after, ceilings)
        .filter(day -> after.on(day) > before.on(day))
        .flatMap(day -> on(day, after, ceilings).stream())
        .findFirst();
  }

  /**
   * The first day from one on, the planned ones too, on which a referent is above the ceiling and
   * was not before.
   */
  public static Optional<Excess> byCapacity(
      World before, World after, ProfessionalId who, EffectiveDay from) {
    Steps loadsBefore = before.loads(who);
    Steps loads = after.loads(who);
    Steps ceilingsBefore = before.ceilings(who, null);
    Steps ceilings = after.ceilings(who, null);
    return days(from, LAST, loadsBefore, loads, ceilingsBefore, ceilings)
        .filter(day -> on(day, loadsBefore, ceilingsBefore).isEmpty())
        .flatMap(day -> on(day, loads, ceilings).stream())
        .findFirst();
  }

  private static Optional<Excess> on(EffectiveDay day, Steps loads, Steps ceilings) {
    var there = new Excess(day, loads.on(day), ceilings.on(day));
    return there.load > there.ceiling ? Optional.of(there) : Optional.empty();
  }

  /** The first day, and those after it up to the last on which anything may change. */
  private static Stream<EffectiveDay> days(EffectiveDay from, EffectiveDay to, Steps... steps) {
    return Stream.concat(Stream.of(from), Stream.of(steps).flatMap(one -> one.changes(from, to)))
        .distinct()
        .sorted();
  }
}
