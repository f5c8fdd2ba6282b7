package org.jalon.command.reopening;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jalon.command.caseload.OneOpenCase;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseChecks;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.Stage;
import org.jalon.kernel.command.ReopenCase;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.timeline.Fact;

/**
 * A closed case goes on in intake, with nothing of its earlier accompaniments, unless the household
 * has another open in the programme on that day or later.
 */
public final class ReopeningCase implements Decider<ReopenCase, World> {

  /** The rule. */
  public ReopeningCase() {}

  @Override
  public Boundary boundary(Intent<? extends ReopenCase> intent, World known) {
    Boundary own = CaseLife.lifeOf(intent.command().caseId());
    var opening = known.story(intent.command().caseId()).life().opening();
    return opening == null ? own : own.and(OneOpenCase.of(opening.household(), known));
  }

  @Override
  public World read(Intent<? extends ReopenCase> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends ReopenCase> intent, World world) {
    CaseStory own = world.story(intent.command().caseId());
    return CaseChecks.begun(intent, intent.command().caseId(), own)
        .or(() -> notClosed(intent, own.life(intent.day())))
        .map(Decision::refuse)
        .orElseGet(() -> CaseChecks.inserted(intent, own, reopened(intent, world)));
  }

  private static Decision reopened(Intent<? extends ReopenCase> intent, World world) {
    ReopenCase command = intent.command();
    Decision.Accepted accepted =
        Decision.accept(intent, new CaseReopened(command.caseId(), command.note()));
    World after = world.withCaseFacts(accepted.facts());
    List<Refusal> refusals = OneOpenCase.refusals(world, after, command.caseId(), "caseId");
    return refusals.isEmpty() ? accepted : Decision.refuse(refusals);
  }

  private static Optional<Refusal> notClosed(Intent<? extends ReopenCase> intent, CaseLife life) {
    String id = intent.command().caseId().value();
    return life.stage() == Stage.CLOSED
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                CommonRule.WRONG_STATE,
                "caseId",
                id,
                "case %s is open on %s; only a closed case is reopened, go on with it"
                    .formatted(id, intent.day())));
  }
}
