package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.List;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.FoldingDecider;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;

/** A team has an id of its own and a territory that exists. */
public final class CreatingTeam implements FoldingDecider<CreateTeam, Known> {

  /** The rule. */
  public CreatingTeam() {}

  @Override
  public Boundary boundary(Intent<? extends CreateTeam> intent, Known known) {
    return Boundary.all(Tag.of(intent.command().teamId()))
        .and(Boundary.all(Tag.of(intent.command().territory())));
  }

  @Override
  public Known initial(Intent<? extends CreateTeam> intent) {
    return Known.NOTHING;
  }

  @Override
  public Known evolve(Known known, Fact fact) {
    if (fact.event() instanceof TeamCreated) {
      return known.asTaken();
    }
    return fact.event() instanceof TerritoryCreated ? known.homeFrom(fact.day()) : known;
  }

  @Override
  public Decision decide(Intent<? extends CreateTeam> intent, Known known) {
    CreateTeam command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.planned(intent).ifPresent(refusals::add);
    if (known.taken()) {
      refusals.add(
          new Refusal(
              WorkforceRule.TEAM_ID_TAKEN,
              "teamId",
              command.teamId().value(),
              "team %s exists; choose another id".formatted(command.teamId())));
    }
    if (!known.hasHomeOn(intent.day())) {
      refusals.add(
          new Refusal(
              WorkforceRule.TERRITORY_UNKNOWN,
              "territory",
              command.territory().value(),
              "there is no territory %s on %s; CreateTerritory first"
                  .formatted(command.territory(), intent.day())));
    }
    return refusals.isEmpty()
        ? Decision.accept(
            intent, new TeamCreated(command.teamId(), command.territory(), command.label()))
        : Decision.refuse(refusals);
  }
}
