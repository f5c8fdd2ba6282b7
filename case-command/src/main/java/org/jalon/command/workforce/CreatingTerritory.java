package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.command.state.StaffStory;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;

/** A territory's id is its own. */
public final class CreatingTerritory implements Decider<CreateTerritory, StaffStory> {

  /** The rule. */
  public CreatingTerritory() {}

  @Override
  public Boundary boundary(Intent<? extends CreateTerritory> intent, StaffStory known) {
    return Boundary.all(Tag.of(intent.command().territoryId())).and(known.named());
  }

  @Override
  public StaffStory read(Intent<? extends CreateTerritory> intent, Collection<Fact> facts) {
    return StaffStory.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends CreateTerritory> intent, StaffStory story) {
    CreateTerritory command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.happened(intent).ifPresent(refusals::add);
    if (story.firstDayOf(command.territoryId()).isPresent()) {
      String id = command.territoryId().value();
      refusals.add(
          new Refusal(
              WorkforceRule.TERRITORY_ID_TAKEN,
              "territoryId",
              id,
              "territory %s exists; choose another id".formatted(id)));
    }
    return refusals.isEmpty()
        ? Decision.accept(intent, new TerritoryCreated(command.territoryId(), command.label()))
        : Decision.refuse(refusals);
  }
}
