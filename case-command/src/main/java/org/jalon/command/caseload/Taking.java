package org.jalon.command.caseload;

import java.util.Optional;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.Engagement;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;

/** Who may become the referent of a case: in post that day, of a profession that is admitted. */
public final class Taking {

  private Taking() {}

  /**
   * Refuses who is not in post or not of a profession that the programme admits.
   *
   * @param field that names the professional
   */
  public static Optional<Refusal> refusal(
      EffectiveDay day, World world, ProfessionalId who, ProgrammeId programme, String field) {
    if (world.staffing().of(who, day).isEmpty()) {
      return Optional.of(
          new Refusal(
              CaseloadRule.NOT_IN_POST,
              field,
              who.value(),
              "%s holds no post on %s; FillPost first, or choose a day on which they do"
                  .formatted(who, day)));
    }
    return allowed(world, who, programme, day)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                CaseloadRule.PROFESSION_NOT_ALLOWED,
                field,
                who.value(),
                "%s holds no post of a profession that programme %s admits as referent; choose another referent"
                    .formatted(who, programme)));
  }

  /** Refuses what would be above the ceiling. */
  public static Refusal ceilingReached(World world, ProfessionalId who, Excess over, String field) {
    return new Refusal(
        CaseloadRule.CASELOAD_CEILING_REACHED,
        field,
        who.value(),
        "%s would have %d open cases on %s, the ceiling at FTE %s is %d; choose another referent or have a head of service override it"
            .formatted(
                who,
                over.load(),
                over.day(),
                world.staffing().fteOf(who, over.day()).toPlainString(),
                over.ceiling()));
  }

  private static boolean allowed(
      World world, ProfessionalId who, ProgrammeId programme, EffectiveDay day) {
    return world.staffing().of(who, day).stream()
        .map(Engagement::post)
        .flatMap(post -> world.staffing().post(post).stream())
        .anyMatch(post -> world.programmes().allow(programme, post.profession(), day));
  }
}
