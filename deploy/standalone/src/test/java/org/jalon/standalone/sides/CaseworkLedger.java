package org.jalon.standalone.sides;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Rounds;
import org.jalon.kernel.timeline.Fact;

/** A ledger in memory, written by the deciders of production. */
final class CaseworkLedger {

  private final List<Fact> facts = new ArrayList<>();

  /** Records what is accepted. */
  <C> boolean ask(Decider<C, ?> decider, Intent<C> intent) {
    Decision decision =
        Rounds.decide(
            decider, intent, boundary -> facts.stream().filter(boundary::admits).toList());
    if (decision instanceof Decision.Accepted(var drafts)) {
      drafts.forEach(this::record);
      return !drafts.isEmpty();
    }
    return false;
  }

  /** Records it as it is, as an import does. */
  void record(Draft draft) {
    facts.add(
        new Fact(facts.size() + 1L, draft.effectiveOn().day(), draft.commandId(), draft.event()));
  }

  UUID nextCommand() {
    return new UUID(1, facts.size() + 1L);
  }

  /** Everything recorded; the n-th has position n. */
  List<Fact> facts() {
    return List.copyOf(facts);
  }
}
