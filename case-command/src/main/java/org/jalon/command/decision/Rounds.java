package org.jalon.command.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jalon.kernel.timeline.Fact;

/** Gathers what a decider must know: each round sources what the fold of the last one named. */
public final class Rounds {

  /** The most rounds a decider may ask for. */
  public static final int MOST = 6;

  private Rounds() {}

  /**
   * Decides on all facts that the boundaries admit.
   *
   * @param source answers the facts of a boundary
   * @throws IllegalStateException if the decider still names something new after the last round
   */
  public static <C, S> Decision decide(
      Decider<C, S> decider,
      Intent<? extends C> intent,
      Function<Boundary, ? extends Collection<Fact>> source) {
    Map<Long, Fact> facts = new HashMap<>();
    Boundary sourced = Boundary.EMPTY;
    S state = decider.read(intent, facts.values());
    for (int round = 1; ; round++) {
      Boundary fresh = decider.boundary(intent, state).without(sourced);
      if (fresh.isEmpty()) {
        return decider.decide(intent, state);
      }
      if (round > MOST) {
        throw new IllegalStateException(
            "%s asks for more than %d rounds: %s".formatted(decider.getClass(), MOST, fresh));
      }
      source.apply(fresh).forEach(fact -> facts.put(fact.position(), fact));
      sourced = sourced.and(fresh);
      state = decider.read(intent, facts.values());
    }
  }
}
