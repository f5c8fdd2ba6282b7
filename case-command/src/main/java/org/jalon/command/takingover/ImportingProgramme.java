package org.jalon.command.takingover;

import java.util.List;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.FoldingDecider;
import org.jalon.command.decision.Intent;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.timeline.Fact;

/** A programme that nobody has defined is there from the first day on, so that history fits. */
public final class ImportingProgramme implements FoldingDecider<ImportProgramme, Programmes> {

  /** The rule. */
  public ImportingProgramme() {}

  @Override
  public Boundary boundary(Intent<? extends ImportProgramme> intent, Programmes known) {
    return Programmes.definitionOf(intent.command().definition().programmeId());
  }

  @Override
  public Programmes initial(Intent<? extends ImportProgramme> intent) {
    return Programmes.SHIPPED;
  }

  @Override
  public Programmes evolve(Programmes state, Fact fact) {
    return state.evolve(fact);
  }

  @Override
  public Decision decide(Intent<? extends ImportProgramme> intent, Programmes state) {
    var definition = intent.command().definition();
    return state.definitions().containsKey(definition.programmeId())
        ? Decision.nothingToDo()
        : new Decision.Accepted(
            List.of(
                new Draft(
                    definition,
                    EffectiveOn.day(EffectiveDay.FIRST.value()),
                    intent.command().commandId())));
  }
}
