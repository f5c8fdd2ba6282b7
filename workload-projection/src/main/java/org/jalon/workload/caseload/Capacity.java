package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.util.List;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jspecify.annotations.Nullable;

/**
 * Contracted working time that may stand in a denominator.
 *
 * @param territory of the team; absent if not known
 * @param fte contracted
 * @param hasStandard whether its profession has a caseload standard there
 */
record Capacity(
    ProfessionalId professional,
    PostId post,
    TeamId team,
    @Nullable TerritoryId territory,
    ProfessionId profession,
    BigDecimal fte,
    boolean hasStandard) {

  /** The rows of a breakdown in which it stands: one, or each programme that allows it. */
  List<String> scopes(Dimension by, Directory directory) {
    return switch (by) {
      case REFERENT -> List.of(professional.value());
      case TEAM -> List.of(team.value());
      case TERRITORY -> List.of(territory == null ? Dimension.UNASSIGNED : territory.value());
      case PROFESSION -> List.of(profession.value());
      case PROGRAMME ->
          directory.programmes().stream()
              .filter(programme -> programme.allows(profession))
              .map(programme -> programme.id().value())
              .toList();
    };
  }
}
