package org.jalon.command.takingover;

import java.util.UUID;
import java.util.function.IntFunction;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/**
 * One post as another system tells it.
 *
 * @param professional holds it; absent when it is vacant
 * @param from first day
 * @param until first day on which the professional has left; absent for an open end
 * @param ids of its commands
 */
public record ImportPost(
    PostId postId,
    TeamId team,
    TerritoryId territory,
    ProfessionId profession,
    Fte fte,
    @Nullable ProfessionalId professional,
    EffectiveDay from,
    @Nullable EffectiveDay until,
    Ids ids) {

  /**
   * The same in every import.
   *
   * @param territory of its creation
   * @param team of its creation
   * @param post of the first, second ... fact that imports have recorded of the post, from 0
   */
  public record Ids(UUID territory, UUID team, IntFunction<UUID> post) {}

  /** Whether the professional is to hold the post at the end of a day. */
  boolean holdsOn(EffectiveDay day) {
    return professional != null && !day.isBefore(from) && (until == null || day.isBefore(until));
  }
}
