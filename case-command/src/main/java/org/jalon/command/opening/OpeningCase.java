package org.jalon.command.opening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jalon.command.caseload.OneOpenCase;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Absent;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Period;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.timeline.Fact;

/** A case is opened unless the household has one open in the programme on that day or later. */
public final class OpeningCase implements Decider<OpenCase, World> {

  /** The rule. */
  public OpeningCase() {}

  @Override
  public Boundary boundary(Intent<? extends OpenCase> intent, World known) {
    OpenCase command = intent.command();
    Boundary boundary =
        CaseLife.opennessOf(command.caseId())
            .and(OneOpenCase.of(command.household(), known))
            .and(Programmes.definitionOf(command.programme()));
    return command.team() == null ? boundary : boundary.and(Boundary.all(Tag.of(command.team())));
  }

  @Override
  public World read(Intent<? extends OpenCase> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends OpenCase> intent, World world) {
    OpenCase command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.happened(intent).ifPresent(refusals::add);
    if (world.story(command.caseId()).life().exists()) {
      refusals.add(
          new Refusal(
              CommonRule.CASE_ID_TAKEN,
              "caseId",
              command.caseId().value(),
              "case %s exists; choose another id".formatted(command.caseId())));
    }
    if (world.programmes().on(command.programme(), intent.day()).isEmpty()) {
      refusals.add(new Absent(intent.day(), "programme").programme(command.programme()));
    }
    if (command.team() != null && !world.hasTeam(command.team(), intent.day())) {
      refusals.add(new Absent(intent.day(), "team").team(command.team()));
    }
    var opened =
        new CaseOpened(command.caseId(), command.household(), command.programme(), command.team());
    refusals.addAll(OneOpenCase.refusals(world, opened, new Period(intent.day(), null)));
    return refusals.isEmpty() ? Decision.accept(intent, opened) : Decision.refuse(refusals);
  }
}
