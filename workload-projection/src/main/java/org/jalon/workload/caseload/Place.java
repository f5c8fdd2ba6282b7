package org.jalon.workload.caseload;

import java.util.Set;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/**
 * Where a case counts.
 *
 * @param referent absent if UNASSIGNED
 * @param team where it counts; absent under {@code (unassigned)}
 * @param territory of that team; absent if not known
 * @param post at which it counts; absent without a post
 * @param profession of that post
 * @param weight in weighted figures
 * @param flags ORPHANED, UNASSIGNED, OUTSIDE_STANDARD
 */
public record Place(
    @Nullable ProfessionalId referent,
    ProgrammeId programme,
    @Nullable TeamId team,
    @Nullable TerritoryId territory,
    @Nullable PostId post,
    @Nullable ProfessionId profession,
    int weight,
    Set<Flag> flags) {

  /** Keeps a copy of its flags. */
  public Place {
    flags = Set.copyOf(flags);
  }

  /** In which row of a breakdown it counts: in exactly one. */
  String scope(Dimension by) {
    Object scope =
        switch (by) {
          case REFERENT -> referent;
          case TEAM -> team;
          case TERRITORY -> territory;
          case PROFESSION -> profession;
          case PROGRAMME -> programme;
        };
    return scope == null ? Dimension.UNASSIGNED : scope.toString();
  }
}
