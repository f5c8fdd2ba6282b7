package org.jalon.command.rectifying;

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
import org.jalon.command.state.Dating;
import org.jalon.kernel.command.CorrectIntervention;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.timeline.Fact;

/** An intervention is read with other fields from now on; it must stay within its case. */
public final class CorrectingIntervention implements Decider<CorrectIntervention, Rectifying> {

  /** The rule. */
  public CorrectingIntervention() {}

  @Override
  public Boundary boundary(Intent<? extends CorrectIntervention> intent, Rectifying known) {
    CorrectIntervention command = intent.command();
    return CaseLife.opennessOf(command.caseId())
        .and(
            Boundary.only(
                Set.of(InterventionRecorded.class),
                Tag.of(command.caseId()),
                Tag.of(command.interventionId())))
        .and(Boundary.only(Set.of(NarrativeResealed.class), Tag.of(command.caseId())));
  }

  @Override
  public Rectifying read(Intent<? extends CorrectIntervention> intent, Collection<Fact> facts) {
    return Rectifying.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends CorrectIntervention> intent, Rectifying state) {
    CorrectIntervention command = intent.command();
    Optional<Refusal> unknownCase =
        CaseChecks.known(command.caseId(), state.world().story(command.caseId()).life())
            .or(() -> Dating.happened(intent));
    if (unknownCase.isPresent()) {
      return Decision.refuse(unknownCase.get());
    }
    Optional<Entry> entry = entry(command, state);
    if (entry.isEmpty()) {
      return Decision.refuse(unknown(command));
    }
    return Rectifiable.fields(Action.REPLACE, command.fields(), entry.get())
        .map(Decision::refuse)
        .orElseGet(() -> corrected(intent, entry.get(), state));
  }

  private static Decision corrected(
      Intent<? extends CorrectIntervention> intent, Entry entry, Rectifying state) {
    CorrectIntervention command = intent.command();
    return Reading.with(intent, entry, command.fields(), command.reason())
        .decided(
            other -> {
              List<Refusal> refusals =
                  new CaseTrial(intent, command.caseId(), other, state.world()).refusals();
              return refusals.isEmpty() ? other.accepted(intent) : Decision.refuse(refusals);
            });
  }

  /** The one that stands; what was annulled is brought back by its position, not by its id. */
  private static Optional<Entry> entry(CorrectIntervention command, Rectifying state) {
    return state.facts().stream()
        .filter(
            fact ->
                fact.event() instanceof InterventionRecorded recorded
                    && recorded.interventionId().equals(command.interventionId()))
        .flatMap(fact -> state.entry(fact.position()).stream())
        .filter(entry -> !entry.isAnnulled())
        .findFirst();
  }

  private static Refusal unknown(CorrectIntervention command) {
    return new Refusal(
        CommonRule.ENTRY_UNKNOWN,
        "interventionId",
        command.interventionId().value(),
        "case %s has no intervention %s; check the id"
            .formatted(command.caseId(), command.interventionId()));
  }
}
