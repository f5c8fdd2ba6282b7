package org.jalon.workload.caseload;

import java.util.Objects;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/** Narrows a caseload to cases and FTE that match everything stated. */
public record Selection(
    @Nullable ProfessionId profession,
    @Nullable TeamId team,
    @Nullable TerritoryId territory,
    @Nullable ProgrammeId programme,
    @Nullable ProfessionalId referent) {

  /** Everything. */
  public static final Selection ALL = new Selection(null, null, null, null, null);

  boolean admits(Place place) {
    return matches(profession, place.profession())
        && matches(team, place.team())
        && matches(territory, place.territory())
        && matches(programme, place.programme())
        && matches(referent, place.referent());
  }

  boolean admits(Capacity capacity, Directory directory) {
    return matches(profession, capacity.profession())
        && matches(team, capacity.team())
        && matches(territory, capacity.territory())
        && (programme == null || directory.allows(programme, capacity.profession()))
        && matches(referent, capacity.professional());
  }

  private static boolean matches(@Nullable Object wanted, @Nullable Object found) {
    return wanted == null || Objects.equals(wanted, found);
  }
}
