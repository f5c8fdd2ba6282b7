package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.List;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** A team has an id of its own and a territory that exists. */
public final class CreatingTeam implements Decider<CreateTeam, CreatingTeam.Known> {

  /** Whether the id is taken, and since when the territory exists. */
  public record Known(boolean taken, @Nullable EffectiveDay territorySince) {}

  /** The rule. */
  public CreatingTeam() {}

  @Override
  public Boundary boundary(Intent<? extends CreateTeam> intent, Known known) {
    return Boundary.all(Tag.of(intent.command().teamId()))
        .and(Boundary.all(Tag.of(intent.command().territory())));
  }

  @Override
  public Known initial(Intent<? extends CreateTeam> intent) {
    return new Known(false, null);
  }

  @Override
  public Known evolve(Known known, Fact fact) {
    if (fact.event() instanceof TeamCreated) {
      return new Known(true, known.territorySince());
    }
    return fact.event() instanceof TerritoryCreated ? new Known(known.taken(), fact.day()) : known;
  }

  @Override
  public Decision decide(Intent<? extends CreateTeam> intent, Known known) {
    CreateTeam command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    if (known.taken()) {
      refusals.add(
          new Refusal(
              WorkforceRule.TEAM_ID_TAKEN,
              "teamId",
              command.teamId().value(),
              "team %s exists; choose another id".formatted(command.teamId())));
    }
    if (known.territorySince() == null || known.territorySince().isAfter(intent.day())) {
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
