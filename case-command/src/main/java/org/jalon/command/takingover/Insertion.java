package org.jalon.command.takingover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Stage;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;

/** Whether facts still fit into a case that others may have worked on since. */
final class Insertion {

  private Insertion() {}

  /** The first step of the timeline, with the new facts in it, that does not hold. */
  static Optional<Refusal> contradiction(List<Fact> recorded, List<Draft> missing) {
    CaseLife life = CaseLife.UNBORN;
    for (Fact fact : together(recorded, missing).facts()) {
      if (fact.event() instanceof CaseEvent event && !holds(event, fact.day(), life)) {
        return Optional.of(refusal(event, fact.day(), life));
      }
      life = life.evolve(fact);
    }
    return Optional.empty();
  }

  private static Timeline together(List<Fact> recorded, List<Draft> missing) {
    List<Fact> all = new ArrayList<>(recorded);
    long position = recorded.stream().mapToLong(Fact::position).max().orElse(0);
    for (Draft draft : missing) {
      all.add(new Fact(++position, draft.effectiveOn().day(), draft.commandId(), draft.event()));
    }
    return Timeline.of(all);
  }

  private static boolean holds(CaseEvent event, EffectiveDay day, CaseLife life) {
    return switch (event) {
      case CaseOpened _ -> life.stage() == Stage.ABSENT;
      case InterventionRecorded _ ->
          life.stage() == Stage.INTAKE
              || life.stage() == Stage.ACTIVE
              || day.equals(life.closedOn());
      case ReferentAssigned _ -> life.stage() != Stage.CLOSED && life.runningMandate().isEmpty();
      case AccompanimentStarted _ -> life.stage() == Stage.INTAKE;
      case AccompanimentClosed _ -> life.stage() == Stage.ACTIVE;
      case CaseClosed _ -> life.stage() == Stage.INTAKE;
      case ForeignNumberKept _ -> life.exists();
      case AccompanimentProposed _,
          AdhesionGiven _,
          ObjectiveSet _,
          DurationPlanned _,
          CaseloadCeilingOverridden _,
          ObjectiveEvaluated _,
          ObjectiveAbandoned _ ->
          life.stage() == Stage.INTAKE || life.stage() == Stage.ACTIVE;
    };
  }

  private static Refusal refusal(CaseEvent event, EffectiveDay day, CaseLife life) {
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        "caseId",
        event.caseId().value(),
        "with this trace %s on %s would not hold: the case is then %s; work on it went on here, so record the rest by commands"
            .formatted(event.getClass().getSimpleName(), day, life.stage()));
  }
}
