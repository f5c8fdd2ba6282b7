package org.jalon.command.intervening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseChecks;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.Dating;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.command.RecordIntervention;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.timeline.Fact;

/** People record late: an intervention may lie on any day from the opening to the closure. */
public final class RecordingIntervention implements Decider<RecordIntervention, Intervening> {

  /** The rule. */
  public RecordingIntervention() {}

  @Override
  public Boundary boundary(Intent<? extends RecordIntervention> intent, Intervening known) {
    RecordIntervention command = intent.command();
    return CaseLife.opennessOf(command.caseId())
        .and(
            Boundary.only(
                Set.of(InterventionRecorded.class),
                Tag.of(command.caseId()),
                Tag.of(command.interventionId())));
  }

  @Override
  public Intervening read(Intent<? extends RecordIntervention> intent, Collection<Fact> facts) {
    return Intervening.of(intent.command().interventionId(), facts);
  }

  @Override
  public Decision decide(Intent<? extends RecordIntervention> intent, Intervening state) {
    RecordIntervention command = intent.command();
    CaseLife life = state.story().life();
    Optional<Refusal> unknown = CaseChecks.known(command.caseId(), life);
    if (unknown.isPresent()) {
      return Decision.refuse(unknown.get());
    }
    List<Refusal> refusals = new ArrayList<>();
    String id = command.interventionId().value();
    if (state.idTaken()) {
      refusals.add(
          new Refusal(
              InterveningRule.INTERVENTION_ID_TAKEN,
              "interventionId",
              id,
              "the case has an intervention %s; choose another id".formatted(id)));
    }
    Dating.happened(intent)
        .or(() -> outsideOf(state.story(), intent.day()))
        .ifPresent(refusals::add);
    return refusals.isEmpty()
        ? Decision.accept(intent, recorded(command))
        : Decision.refuse(refusals);
  }

  private static Optional<Refusal> outsideOf(CaseStory story, EffectiveDay day) {
    CaseLife then = story.life(day);
    if (!then.exists()) {
      return Optional.of(
          Refusal.ofField(
              InterveningRule.CASE_NOT_OPEN_YET,
              "effectiveOn",
              "%s lies before %s, when the case was opened; check the day"
                  .formatted(day, story.life().openedOn())));
    }
    return then.isOpen() || day.equals(then.closedOn())
        ? Optional.empty()
        : Optional.of(
            Refusal.ofField(
                CommonRule.CASE_CLOSED,
                "effectiveOn",
                "%s lies after %s, when the case was closed; check the day"
                    .formatted(day, then.closedOn())));
  }

  private static InterventionRecorded recorded(RecordIntervention command) {
    return new InterventionRecorded(
        command.caseId(),
        command.interventionId(),
        command.by(),
        command.mode(),
        command.minutes(),
        command.contactInitiatedBy(),
        command.domain(),
        command.act(),
        command.note());
  }
}
