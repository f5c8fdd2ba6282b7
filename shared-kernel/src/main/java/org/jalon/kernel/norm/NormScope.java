package org.jalon.kernel.norm;

import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a norm is adopted: all that is stated must hold, nothing stated is everybody. A scope
 * that states the programme is more specific than one that does not, then the team, the territory,
 * the profession.
 */
public record NormScope(
    @Nullable ProgrammeId programme,
    @Nullable TeamId team,
    @Nullable TerritoryId territory,
    @Nullable ProfessionId profession) {

  /** Everybody. */
  public static final NormScope EVERYBODY = new NormScope(null, null, null, null);
}
