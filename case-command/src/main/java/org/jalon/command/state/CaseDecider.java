package org.jalon.command.state;

import java.util.Collection;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.command.CaseCommand;
import org.jalon.kernel.timeline.Fact;

/**
 * A rule that rests on the life of its own case alone, which must be open on the day. What it
 * accepts is put into the timeline, which is read again: every recorded fact must still hold.
 */
public abstract class CaseDecider<C extends CaseCommand> implements Decider<C, CaseStory> {

  /** For rules. */
  protected CaseDecider() {}

  @Override
  public final Boundary boundary(Intent<? extends C> intent, CaseStory known) {
    return boundary(intent.command());
  }

  /** Which facts of its case the rule rests on; without interventions unless it says otherwise. */
  protected Boundary boundary(C command) {
    return CaseLife.lifeOf(command.caseId());
  }

  @Override
  public final CaseStory read(Intent<? extends C> intent, Collection<Fact> facts) {
    return CaseStory.of(facts);
  }

  @Override
  public final Decision decide(Intent<? extends C> intent, CaseStory story) {
    return CaseChecks.open(intent, story)
        .map(Decision::refuse)
        .orElseGet(
            () ->
                CaseChecks.inserted(
                    intent, story, decideOpen(intent, intent.command(), story.life(intent.day()))));
  }

  /** Decides on a case that is open on the day, as it stands at the end of it. */
  protected abstract Decision decideOpen(Intent<? extends C> intent, C command, CaseLife life);
}
