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
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;

/** A territory's id is its own; what is known is whether the id is taken. */
public final class CreatingTerritory implements FoldingDecider<CreateTerritory, Boolean> {

  /** The rule. */
  public CreatingTerritory() {}

  @Override
  public Boundary boundary(Intent<? extends CreateTerritory> intent, Boolean known) {
    return Boundary.all(Tag.of(intent.command().territoryId()));
  }

  @Override
  public Boolean initial(Intent<? extends CreateTerritory> intent) {
    return false;
  }

  @Override
  public Boolean evolve(Boolean taken, Fact fact) {
    return true;
  }

  @Override
  public Decision decide(Intent<? extends CreateTerritory> intent, Boolean taken) {
    CreateTerritory command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.happened(intent).ifPresent(refusals::add);
    if (taken) {
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
