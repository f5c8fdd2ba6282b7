package org.jalon.workload.caseload;

import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Norm;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.norm.Ceiling;
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
    return normOf(placeAt(team, profession, programme));
  }

  Norm normOf(NormScope place) {
    return norms.inForce(place, day);
  }

  /** How many open cases a professional may have. */
  int ceilingOf(ProfessionalId who) {
    List<Ceiling.Engaged> held =
        workforce.heldBy(who, day).stream()
            .map(one -> new Ceiling.Engaged(one.fte(), placeAt(one.team(), one.profession(), null)))
            .toList();
    return Ceiling.of(held, norms, day);
  }

  /** Shipped for its profession, or stated by a norm for the profession at that place. */
  boolean hasStandard(Engagement engagement) {
    NormScope place = placeAt(engagement.team(), engagement.profession(), null);
    return Standards.hasStandard(engagement.profession())
        || norms.adopted().stream()
            .filter(adopted -> adopted.norm().standard() != null)
            .filter(adopted -> adopted.norm().scope().profession() != null)
            .anyMatch(a -> !a.from().isAfter(day) && a.norm().scope().covers(place));
  }

  private NormScope placeAt(TeamId team, ProfessionId profession, @Nullable ProgrammeId programme) {
    return new NormScope(programme, team, directory.territoryOf(team).orElse(null), profession);
  }
}
