package org.jalon.command.takingover;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jalon.kernel.timeline.Fact;

/**
 * All facts that a rule has read, in the order of the ledger: what was rectified since is still
 * among them, because it was imported once and is not imported again.
 */
record FactsRead(List<Fact> facts) {

  static FactsRead of(Collection<Fact> facts) {
    return new FactsRead(facts.stream().sorted(Comparator.comparingLong(Fact::position)).toList());
  }
}
