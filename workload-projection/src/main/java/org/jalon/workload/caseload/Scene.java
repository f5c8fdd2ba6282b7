package org.jalon.workload.caseload;

import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Norm;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.Norms;
import org.jalon.workload.span.Engagement;
import org.jspecify.annotations.Nullable;

/** Posts, teams, programmes and norms as they stand on a day. */
record Scene(EffectiveDay day, Workforce workforce, Directory directory, Norms norms) {

  /** Contracted working time that may stand in a denominator. */
  List<Capacity> capacities() {
    return workforce.counting(day).stream()
        .map(
            engagement ->
                new Capacity(
                    engagement.professional(),
                    engagement.post(),
                    engagement.team(),
                    directory.territoryOf(engagement.team()).orElse(null),
                    engagement.profession(),
                    engagement.fte().value(),
                    hasStandard(engagement)))
        .toList();
  }

  /** The norm in force at a post for cases of a programme; absent for whichever. */
  Norm normAt(TeamId team, ProfessionId profession, @Nullable ProgrammeId programme) {
    return normOf(
        new NormScope(programme, team, directory.territoryOf(team).orElse(null), profession));
  }

  Norm normOf(NormScope place) {
    return norms.inForce(place, day);
  }

  /** Shipped for its profession, or stated by a norm for the profession at that place. */
  boolean hasStandard(Engagement engagement) {
    var place =
        new NormScope(
            null,
            engagement.team(),
            directory.territoryOf(engagement.team()).orElse(null),
            engagement.profession());
    return Standards.hasStandard(engagement.profession())
        || norms.adopted().stream()
            .filter(adopted -> adopted.norm().standard() != null)
            .filter(adopted -> adopted.norm().scope().profession() != null)
            .anyMatch(a -> !a.from().isAfter(day) && a.norm().scope().covers(place));
  }
}
