package org.jalon.kernel.norm;

import java.util.Comparator;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a norm is adopted: all that is stated must fit, nothing stated is everybody. One that
 * states the programme is more specific than one that does not, then the team, the territory, the
 * profession.
 */
public record NormScope(
    @Nullable ProgrammeId programme,
    @Nullable TeamId team,
    @Nullable TerritoryId territory,
    @Nullable ProfessionId profession) {

  /** Everybody. */
  public static final NormScope EVERYBODY = new NormScope(null, null, null, null);

  /** From the least specific to the most. */
  public static final Comparator<NormScope> BY_SPECIFICITY =
      Comparator.<NormScope, Boolean>comparing(scope -> scope.programme != null)
          .thenComparing(scope -> scope.team != null)
          .thenComparing(scope -> scope.territory != null)
          .thenComparing(scope -> scope.profession != null);

  /** Whether it is for somebody at a place that states all that is known of it. */
  public boolean covers(NormScope place) {
    return fits(programme, place.programme)
        && fits(team, place.team)
        && fits(territory, place.territory)
        && fits(profession, place.profession);
  }

  private static boolean fits(@Nullable Object stated, @Nullable Object there) {
    return stated == null || stated.equals(there);
  }
}
