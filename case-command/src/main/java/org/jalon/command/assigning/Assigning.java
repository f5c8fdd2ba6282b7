package org.jalon.command.assigning;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Programmes;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.OfferEvent;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.WorkforceEvent;
import org.jalon.kernel.timeline.Fact;

/**
 * What an assignment rests on.
 *
 * @param own the case to be assigned
 * @param others the cases that ever had the professional as referent
 * @param staffing posts of the professional and of who approves
 * @param territories of the teams that matter to an approval
 */
record Assigning(
    CaseId ownId,
    CaseLife own,
    Map<CaseId, CaseLife> others,
    Staffing staffing,
    Programmes programmes,
    Map<TeamId, TerritoryId> territories) {

  Assigning {
    others = Map.copyOf(others);
    territories = Map.copyOf(territories);
  }

  static Assigning of(CaseId caseId) {
    return new Assigning(
        caseId, CaseLife.UNBORN, Map.of(), Staffing.NOBODY, Programmes.SHIPPED, Map.of());
  }

  Assigning evolve(Fact fact) {
    return switch (fact.event()) {
      case CaseEvent event when event.caseId().equals(ownId) ->
          new Assigning(ownId, own.evolve(fact), others, staffing, programmes, territories);
      case CaseEvent event -> withOther(event.caseId(), fact);
      case TeamCreated created -> withTeam(created);
      case WorkforceEvent _ ->
          new Assigning(ownId, own, others, staffing.evolve(fact), programmes, territories);
      case OfferEvent _ ->
          new Assigning(ownId, own, others, staffing, programmes.evolve(fact), territories);
    };
  }

  /** The open cases of which the professional is referent at the end of a day. */
  int load(ProfessionalId who, EffectiveDay day) {
    return Math.toIntExact(lives().stream().filter(life -> life.isReferent(who, day)).count());
  }

  Collection<CaseLife> lives() {
    return others.values();
  }

  private Assigning withOther(CaseId id, Fact fact) {
    var more = new HashMap<>(others);
    more.put(id, others.getOrDefault(id, CaseLife.UNBORN).evolve(fact));
    return new Assigning(ownId, own, more, staffing, programmes, territories);
  }

  private Assigning withTeam(TeamCreated created) {
    var more = new HashMap<>(territories);
    more.put(created.teamId(), created.territory());
    return new Assigning(ownId, own, others, staffing, programmes, more);
  }
}
