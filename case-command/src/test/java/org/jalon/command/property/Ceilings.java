package org.jalon.command.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Cases per FTE that refuse, from the standing facts: section 4 of the domain read word by word.
 */
final class Ceilings {

  private static final int SHIPPED = 25;

  private record Adopted(EffectiveDay from, NormAdopted norm) {}

  private final List<Adopted> norms = new ArrayList<>();
  private final Map<TeamId, TerritoryId> territories = new HashMap<>();

  Ceilings(List<Fact> standing) {
    for (Fact fact : standing) {
      if (fact.event() instanceof NormAdopted norm && norm.ceiling() != null) {
        norms.add(new Adopted(fact.day(), norm));
      } else if (fact.event() instanceof TeamCreated team) {
        territories.put(team.teamId(), team.territory());
      }
    }
  }

  int perFte(PostOpened post, @Nullable ProgrammeId programme, EffectiveDay day) {
    int best = -1;
    int ceiling = SHIPPED;
    for (Adopted adopted : norms) {
      NormAdopted norm = adopted.norm;
      if (!adopted.from.isAfter(day) && isFor(norm, post, programme) && weight(norm) >= best) {
        best = weight(norm);
        ceiling = Objects.requireNonNull(norm.ceiling());
      }
    }
    return ceiling;
  }

  private boolean isFor(NormAdopted norm, PostOpened post, @Nullable ProgrammeId programme) {
    var scope = norm.scope();
    return (scope.programme() == null || scope.programme().equals(programme))
        && (scope.team() == null || scope.team().equals(post.team()))
        && (scope.territory() == null || scope.territory().equals(territories.get(post.team())))
        && (scope.profession() == null || scope.profession().equals(post.profession()));
  }

  /** Programme outweighs team, team outweighs territory, territory outweighs profession. */
  private static int weight(NormAdopted norm) {
    var scope = norm.scope();
    return (scope.programme() == null ? 0 : 8)
        + (scope.team() == null ? 0 : 4)
        + (scope.territory() == null ? 0 : 2)
        + (scope.profession() == null ? 0 : 1);
  }
}
