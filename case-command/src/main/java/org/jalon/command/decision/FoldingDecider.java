package org.jalon.command.decision;

import java.util.Collection;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;

/** A rule that knows what the timeline of its facts folds to. */
public interface FoldingDecider<C, S> extends Decider<C, S> {

  /** What is known before the first fact. */
  S initial(Intent<? extends C> intent);

  /** What is known after one more fact; facts come in the order of the timeline. */
  S evolve(S state, Fact fact);

  @Override
  default S read(Intent<? extends C> intent, Collection<Fact> facts) {
    return Timeline.of(facts).fold(initial(intent), this::evolve);
  }
}
