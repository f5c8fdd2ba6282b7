package org.jalon.command.intervening;

import java.util.Collection;
import org.jalon.command.state.CaseStory;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.timeline.Fact;

/** When the case was open, and whether the intervention's id is taken. */
record Intervening(CaseStory story, boolean idTaken) {

  static Intervening of(InterventionId id, Collection<Fact> facts) {
    var story = CaseStory.of(facts);
    boolean taken =
        story.timeline().facts().stream()
            .anyMatch(
                fact ->
                    fact.event() instanceof InterventionRecorded recorded
                        && recorded.interventionId().equals(id));
    return new Intervening(story, taken);
  }
}
