package org.jalon.command.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Objective;
import org.jalon.command.state.Stage;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.command.CloseAccompaniment;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ObjectiveAbandoned;

/** An accompaniment ends when its objectives are judged, or abandoned where life decided. */
public final class ClosingAccompaniment extends CaseDecider<CloseAccompaniment> {

  /** The rule. */
  public ClosingAccompaniment() {}

  @Override
  protected Boundary boundary(CloseAccompaniment command) {
    return Boolean.TRUE.equals(command.closeCase())
        ? CaseLife.wholeLifeOf(command.caseId())
        : CaseLife.lifeOf(command.caseId());
  }

  @Override
  protected Decision decideOpen(
      Intent<? extends CloseAccompaniment> intent, CloseAccompaniment command, CaseLife life) {
    List<String> pending = pending(life);
    List<Refusal> refusals = new ArrayList<>();
    notRunning(life).ifPresent(refusals::add);
    Reasons.missing(command.reason(), command.note())
        .or(() -> notOfAccompaniments(command))
        .ifPresent(refusals::add);
    ClosureReason reason = command.reason();
    if (reason == null || !reason.abandonsObjectives()) {
      pending.stream().map(ClosingAccompaniment::notJudged).forEach(refusals::add);
    }
    return reason == null || !refusals.isEmpty()
        ? Decision.refuse(refusals)
        : Decision.accept(intent, events(command, reason, pending));
  }

  private static List<Event> events(
      CloseAccompaniment command, ClosureReason reason, List<String> abandoned) {
    List<Event> events = new ArrayList<>();
    abandoned.forEach(
        id -> events.add(new ObjectiveAbandoned(command.caseId(), new ObjectiveId(id))));
    events.add(new AccompanimentClosed(command.caseId(), reason, command.note()));
    if (Boolean.TRUE.equals(command.closeCase())) {
      events.add(new CaseClosed(command.caseId(), reason, command.note()));
    }
    return events;
  }

  private static Optional<Refusal> notRunning(CaseLife life) {
    return life.stage() == Stage.ACTIVE
        ? Optional.empty()
        : Optional.of(
            Refusal.of(CommonRule.WRONG_STATE, "no accompaniment runs; there is none to close"));
  }

  private static Optional<Refusal> notOfAccompaniments(CloseAccompaniment command) {
    return command.reason() == ClosureReason.REQUEST_ANSWERED
        ? Optional.of(
            Refusal.ofField(
                ClosingRule.REASON_NOT_ALLOWED,
                "reason",
                "REQUEST_ANSWERED closes cases without accompaniment; choose another reason"))
        : Optional.empty();
  }

  private static List<String> pending(CaseLife life) {
    return life.formalisation().objectives().entrySet().stream()
        .filter(entry -> entry.getValue().isPending())
        .map(Map.Entry<String, Objective>::getKey)
        .sorted()
        .toList();
  }

  private static Refusal notJudged(String objective) {
    return new Refusal(
        ClosingRule.OBJECTIVES_PENDING,
        null,
        objective,
        "objective %s is neither evaluated nor abandoned: EvaluateObjective".formatted(objective));
  }
}
