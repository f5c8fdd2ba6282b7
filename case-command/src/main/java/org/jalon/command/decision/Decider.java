package org.jalon.command.decision;

import java.util.Collection;
import org.jalon.kernel.timeline.Fact;

/**
 * One rule: pure, with the boundary of what it must know beside it.
 *
 * @param <C> the command it answers
 * @param <S> what it must know
 */
public interface Decider<C, S> {

  /**
   * What else must be known; asked again after each reading until it names nothing new, in at most
   * {@link Rounds#MOST} rounds.
   */
  Boundary boundary(Intent<? extends C> intent, S known);

  /**
   * What is known from the facts of all rounds so far.
   *
   * @param facts each once, in any order, rectifications and what they rectify among them
   */
  S read(Intent<? extends C> intent, Collection<Fact> facts);

  /** Accepted, refused, or nothing to do. */
  Decision decide(Intent<? extends C> intent, S state);
}
