package org.jalon.command.starting;

import java.time.LocalDate;
import java.util.List;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Gate;
import org.jalon.command.state.Stage;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.command.StartAccompaniment;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jspecify.annotations.Nullable;

/** Nothing starts before it is formalised; the refusal lists all that is missing. */
public final class StartingAccompaniment extends CaseDecider<StartAccompaniment> {

  /** The rule. */
  public StartingAccompaniment() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends StartAccompaniment> intent, StartAccompaniment command, CaseLife life) {
    if (life.stage() == Stage.ACTIVE) {
      return Decision.refuse(
          Refusal.of(CommonRule.WRONG_STATE, "the accompaniment has started already"));
    }
    List<Refusal> missing = missing(life, intent.day());
    return missing.isEmpty()
        ? Decision.accept(intent, new AccompanimentStarted(command.caseId(), true))
        : new Decision.Refused(GateRule.NOT_FORMALISED, missing);
  }

  private static List<Refusal> missing(CaseLife life, EffectiveDay day) {
    return Gate.missing(life, day).stream().map(missing -> refusal(missing, life, day)).toList();
  }

  private static Refusal refusal(Gate missing, CaseLife life, EffectiveDay day) {
    return switch (missing) {
      case ADHESION ->
          Refusal.of(
              GateRule.ADHESION_MISSING,
              "the person has not agreed yet: ProposeAccompaniment, then RecordAdhesion");
      case OBJECTIVE ->
          Refusal.of(GateRule.OBJECTIVE_MISSING, "no objective with criteria is set: SetObjective");
      case DURATION ->
          Refusal.of(GateRule.DURATION_MISSING, duration(life.formalisation().plannedUntil(), day));
      case REFERENT ->
          Refusal.of(GateRule.REFERENT_MISSING, "there is no referent: AssignReferent");
    };
  }

  private static String duration(@Nullable LocalDate planned, EffectiveDay day) {
    return planned == null
        ? "no duration is planned: PlanDuration"
        : "the planned duration ended on %s, before %s: PlanDuration".formatted(planned, day);
  }
}
