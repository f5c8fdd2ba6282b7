package org.jalon.command.decision;

import org.jalon.kernel.timeline.Fact;

/**
 * One rule: pure, with the boundary of what it must know beside it.
 *
 * @param <C> the command it answers
 * @param <S> what it must know
 */
public interface Decider<C, S> {

  /**
   * What else must be known; asked again after each fold until it names nothing new, in at most
   * {@link Rounds#MOST} rounds.
   */
  Boundary boundary(Intent<? extends C> intent, S known);

  /** What is known before the first fact. */
  S initial(Intent<? extends C> intent);

  /** What is known after one more fact; facts come in the order of the timeline. */
  S evolve(S state, Fact fact);

  /** Accepted, refused, or nothing to do. */
  Decision decide(Intent<? extends C> intent, S state);
}
