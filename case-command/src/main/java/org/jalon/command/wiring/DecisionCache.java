package org.jalon.command.wiring;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jalon.command.decision.Boundary.Criterion;

/**
 * Facts that decisions have read, by criterion, for the next decision that asks for the same; the
 * least recently used go first. What is remembered is never believed as it is: whoever recalls it
 * reads on from where it ends.
 */
public final class DecisionCache {

  /**
   * Of the whole, what may be remembered from one reading; the rest is left to what it replaces.
   */
  private static final int SHARE = 4;

  private final long most;
  private final LinkedHashMap<Criterion, Remembered> byCriterion =
      new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;
  private long hits;
  private long misses;

  /**
   * What it has done since it was made, and holds.
   *
   * @param hits criteria asked for and found
   * @param misses criteria asked for and not found
   * @param bytes held, roughly
   * @param criteria held
   */
  public record Figures(long hits, long misses, long bytes, int criteria) {}

  /**
   * An empty cache.
   *
   * @param most bytes, roughly, that it may hold; 0 remembers nothing
   */
  public DecisionCache(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("a cache of %d bytes; 0 turns it off".formatted(most));
    }
    this.most = most;
  }

  /** What it holds and how it did. */
  public synchronized Figures figures() {
    return new Figures(hits, misses, bytes, byCriterion.size());
  }

  /** What is remembered of the criteria. */
  synchronized Map<Criterion, Remembered> recall(Set<Criterion> criteria) {
    Map<Criterion, Remembered> found = new HashMap<>();
    for (Criterion criterion : criteria) {
      Remembered remembered = byCriterion.get(criterion);
      if (remembered != null) {
        found.put(criterion, remembered);
      }
    }
    hits += found.size();
    misses += criteria.size() - found.size();
    return found;
  }

  /** Remembers what was read together; what is too much together is remembered not at all. */
  synchronized void keep(Map<Criterion, Remembered> read) {
    if (read.values().stream().mapToLong(Remembered::bytes).sum() > most / SHARE) {
      read.keySet().forEach(this::drop);
      return;
    }
    read.forEach(this::keep);
    var eldest = byCriterion.entrySet().iterator();
    while (bytes > most) {
      bytes -= eldest.next().getValue().bytes();
      eldest.remove();
    }
  }

  /** What is not renewed would be read on from ever further back. */
  private void drop(Criterion criterion) {
    Remembered before = byCriterion.remove(criterion);
    bytes -= before == null ? 0 : before.bytes();
  }

  /** Forgets everything: the ledger's history is another than that which was read. */
  synchronized void forget() {
    byCriterion.clear();
    bytes = 0;
  }

  private void keep(Criterion criterion, Remembered remembered) {
    Remembered before = byCriterion.get(criterion);
    if (before == null || before.upTo().position() < remembered.upTo().position()) {
      byCriterion.put(criterion, remembered);
      bytes += remembered.bytes() - (before == null ? 0 : before.bytes());
    }
  }
}
