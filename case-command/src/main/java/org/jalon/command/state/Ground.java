package org.jalon.command.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;

/** Which facts of a timeline have lost what they rest on. */
final class Ground {

  private Ground() {}

  /** Why a fact cannot follow a state, if it cannot. */
  @FunctionalInterface
  interface Steps<S> {
    Optional<String> broken(S before, Fact fact);
  }

  /** Every fact that cannot follow those before it. */
  static <S> List<Contradiction> lost(
      Timeline timeline, S initial, BiFunction<S, Fact, S> evolve, Steps<S> steps) {
    List<Contradiction> lost = new ArrayList<>();
    S before = initial;
    for (Fact fact : timeline.facts()) {
      steps.broken(before, fact).ifPresent(why -> lost.add(new Contradiction(fact, why)));
      before = evolve.apply(before, fact);
    }
    return lost;
  }

  /** The first that is lost after and was not before. */
  static Optional<Contradiction> newlyLost(List<Contradiction> before, List<Contradiction> after) {
    Set<Long> known = new HashSet<>();
    before.forEach(one -> known.add(one.fact().position()));
    return after.stream().filter(one -> !known.contains(one.fact().position())).findFirst();
  }
}
