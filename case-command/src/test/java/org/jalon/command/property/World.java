package org.jalon.command.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Rounds;
import org.jalon.kernel.timeline.Fact;

/** A ledger in memory: what is accepted is recorded, what is refused is not. */
final class World {

  private final List<Fact> facts = new ArrayList<>();

  <C> Decision ask(Decider<C, ?> decider, Intent<C> intent) {
    Decision decision = Rounds.decide(decider, intent, this::admitted);
    if (decision instanceof Decision.Accepted accepted) {
      accepted.facts().forEach(this::append);
    }
    return decision;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  void append(Draft draft) {
    facts.add(
        new Fact(facts.size() + 1L, draft.effectiveOn().day(), draft.commandId(), draft.event()));
  }

  UUID nextCommand() {
    return new UUID(1, facts.size() + 1L);
  }

  private Collection<Fact> admitted(Boundary boundary) {
    return facts.stream().filter(boundary::admits).toList();
  }
}
