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
    return days(before, after, who, from, to)
        .filter(day -> after.load(who, day) > before.load(who, day))
        .flatMap(day -> on(after, who, day, programme).stream())
        .findFirst();
  }

  /**
   * The first day from one on, the planned ones too, on which a referent is above the ceiling and
   * was not before.
   */
  public static Optional<Excess> byCapacity(
      World before, World after, ProfessionalId who, EffectiveDay from) {
    return days(before, after, who, from, null)
        .filter(day -> on(before, who, day, null).isEmpty())
        .flatMap(day -> on(after, who, day, null).stream())
        .findFirst();
  }

  private static Optional<Excess> on(
      World world, ProfessionalId who, EffectiveDay day, @Nullable ProgrammeId programme) {
    var there = new Excess(day, world.load(who, day), world.ceiling(who, day, programme));
    return there.load > there.ceiling ? Optional.of(there) : Optional.empty();
  }

  /** The first day, and those on which load or ceiling may change. */
  private static Stream<EffectiveDay> days(
      World before, World after, ProfessionalId who, EffectiveDay from, @Nullable EffectiveDay to) {
    return Stream.of(Stream.of(from), changes(before, who), changes(after, who))
        .flatMap(days -> days)
        .filter(day -> !day.isBefore(from) && (to == null || !day.isAfter(to)))
        .distinct()
        .sorted();
  }

  private static Stream<EffectiveDay> changes(World world, ProfessionalId who) {
    Stream<EffectiveDay> mandates =
        world.cases().values().stream()
            .flatMap(story -> story.life().mandates().stream())
            .filter(mandate -> mandate.referent().equals(who))
            .flatMap(m -> Stream.concat(Stream.of(m.from()), Stream.ofNullable(m.until())));
    return Stream.of(
            mandates, world.staffing().changes(EffectiveDay.FIRST, null), world.norms().changes())
        .flatMap(days -> days);
  }
}
