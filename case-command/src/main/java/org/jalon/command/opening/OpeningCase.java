package org.jalon.command.opening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.timeline.Fact;

/** A case is opened unless the household has one open in the programme on that day or later. */
public final class OpeningCase implements Decider<OpenCase, Opening> {

  /** The rule. */
  public OpeningCase() {}

  @Override
  public Boundary boundary(Intent<? extends OpenCase> intent, Opening known) {
    OpenCase command = intent.command();
    Boundary boundary =
        CaseLife.opennessOf(command.caseId())
            .and(Boundary.all(Tag.of(command.household())))
            .and(Programmes.definitionOf(command.programme()));
    if (command.team() != null) {
      boundary = boundary.and(Boundary.all(Tag.of(command.team())));
    }
    for (CaseId id : known.cases().keySet()) {
      boundary = boundary.and(CaseLife.opennessOf(id));
    }
    return boundary;
  }

  @Override
  public Opening initial(Intent<? extends OpenCase> intent) {
    return Opening.START;
  }

  @Override
  public Opening evolve(Opening state, Fact fact) {
    return state.evolve(fact);
  }

  @Override
  public Decision decide(Intent<? extends OpenCase> intent, Opening state) {
    OpenCase command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.happened(intent).ifPresent(refusals::add);
    if (state.cases().containsKey(command.caseId())) {
      refusals.add(
          new Refusal(
              CommonRule.CASE_ID_TAKEN,
              "caseId",
              command.caseId().value(),
              "case %s exists; choose another id".formatted(command.caseId())));
    }
    if (state.programmes().on(command.programme(), intent.day()).isEmpty()) {
      refusals.add(
          new Refusal(
              CommonRule.PROGRAMME_UNKNOWN,
              "programme",
              command.programme().value(),
              "there is no programme %s on %s; polyvalence is there from the start"
                  .formatted(command.programme(), intent.day())));
    }
    if (command.team() != null && !state.hasTeam(command.team(), intent.day())) {
      refusals.add(
          new Refusal(
              CommonRule.TEAM_UNKNOWN,
              "team",
              command.team().value(),
              "there is no team %s on %s; CreateTeam first"
                  .formatted(command.team(), intent.day())));
    }
    openInProgramme(intent, state).forEach(refusals::add);
    return refusals.isEmpty()
        ? Decision.accept(
            intent,
            new CaseOpened(
                command.caseId(), command.household(), command.programme(), command.team()))
        : Decision.refuse(refusals);
  }

  private static List<Refusal> openInProgramme(Intent<? extends OpenCase> intent, Opening state) {
    OpenCase command = intent.command();
    return state.cases().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(command.caseId()))
        .filter(entry -> entry.getValue().isIn(command.household(), command.programme()))
        .filter(entry -> entry.getValue().openOnOrAfter(intent.day()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(CaseId::value))
        .map(
            id ->
                new Refusal(
                    OpeningRule.CASE_ALREADY_OPEN,
                    "household",
                    id.value(),
                    "household %s has case %s open in %s on %s or later; go on with that case or close it first"
                        .formatted(command.household(), id, command.programme(), intent.day())))
        .toList();
  }
}
