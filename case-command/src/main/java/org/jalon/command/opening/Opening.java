package org.jalon.command.opening;

import java.util.HashMap;
import java.util.Map;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.timeline.Fact;

/**
 * What an opening rests on: the case's own id, the household's other cases, programme and team.
 *
 * @param cases that carry the id or belong to the household
 * @param teams with their first day
 */
record Opening(
    Map<CaseId, CaseLife> cases, Programmes programmes, Map<TeamId, EffectiveDay> teams) {

  static final Opening START = new Opening(Map.of(), Programmes.SHIPPED, Map.of());

  Opening {
    cases = Map.copyOf(cases);
    teams = Map.copyOf(teams);
  }

  Opening evolve(Fact fact) {
    if (fact.event() instanceof CaseEvent event) {
      var more = new HashMap<>(cases);
      more.merge(event.caseId(), CaseLife.UNBORN.evolve(fact), (known, _) -> known.evolve(fact));
      return new Opening(more, programmes, teams);
    }
    if (fact.event() instanceof TeamCreated created) {
      var more = new HashMap<>(teams);
      more.put(created.teamId(), fact.day());
      return new Opening(cases, programmes, more);
    }
    return new Opening(cases, programmes.evolve(fact), teams);
  }

  boolean hasTeam(TeamId team, EffectiveDay day) {
    EffectiveDay since = teams.get(team);
    return since != null && !since.isAfter(day);
  }
}
