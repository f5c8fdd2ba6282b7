package org.jalon.command.wiring;

import java.util.ArrayList;
import java.util.List;
import org.jalon.command.ledger.chain.Head;
import org.jalon.kernel.timeline.Fact;

/**
 * All facts that a criterion admits up to a head of the ledger.
 *
 * @param bytes they take, roughly
 */
record Remembered(Head upTo, List<Fact> facts, long bytes) {

  private static final long OVERHEAD = 512;

  /** Keeps a copy. */
  Remembered {
    facts = List.copyOf(facts);
  }

  /** What was found up to a head; what lies behind it is left out. */
  static Remembered of(Head upTo, List<Found> found) {
    List<Found> before =
        found.stream().filter(one -> one.fact().position() <= upTo.position()).toList();
    long weight = before.stream().mapToLong(Found::bytes).sum();
    return new Remembered(upTo, before.stream().map(Found::fact).toList(), OVERHEAD + weight);
  }

  /** The same with what was found since, up to a head; itself if that is not ahead of it. */
  Remembered and(Head now, List<Found> since) {
    if (now.position() <= upTo.position()) {
      return this;
    }
    if (since.isEmpty()) {
      return new Remembered(now, facts, bytes);
    }
    Remembered later =
        of(now, since.stream().filter(one -> one.fact().position() > upTo.position()).toList());
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(later.facts());
    return new Remembered(now, all, bytes + later.bytes() - OVERHEAD);
  }
}
