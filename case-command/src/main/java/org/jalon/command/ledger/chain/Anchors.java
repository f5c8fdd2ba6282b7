package org.jalon.command.ledger.chain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Chain hashes known from elsewhere that a walk must meet: where it does not, something was
 * rewritten behind the last one it met.
 */
public final class Anchors {

  private final List<Checkpoint> ordered;
  private int next;
  private int met;
  private long lastMet;

  private Anchors(List<Checkpoint> ordered) {
    this.ordered = ordered;
  }

  /** Knows nothing. */
  public static Anchors none() {
    return new Anchors(List.of());
  }

  /**
   * What the checkpoints say, which must be of the ledger that is walked; one wrongly signed says
   * nothing.
   */
  public static Anchors of(Collection<Checkpoint> checkpoints) {
    return new Anchors(
        checkpoints.stream().sorted(Comparator.comparingLong(Checkpoint::position)).toList());
  }

  /** How many were met. */
  public int met() {
    return met;
  }

  /** The highest position at which one was met; 0 before the first. */
  public long lastMet() {
    return lastMet;
  }

  /** The batch is the next on the way. */
  void passed(BatchRow batch) throws Broken {
    for (; next < ordered.size() && ordered.get(next).position() <= batch.last(); next++) {
      Checkpoint checkpoint = ordered.get(next);
      if (checkpoint.position() < batch.last() && checkpoint.position() < batch.first()) {
        continue; // before the walk began
      }
      boolean fits =
          checkpoint.position() == batch.last() && Arrays.equals(checkpoint.chain(), batch.chain());
      if (!fits && checkpoint.rightlySigned()) {
        throw new Broken(
            lastMet + 1,
            "HISTORY_FORKED: positions %d to %d are not those that checkpoint %d of %s signed"
                .formatted(
                    lastMet + 1,
                    checkpoint.position(),
                    checkpoint.position(),
                    Micros.instant(checkpoint.signedAt())));
      }
      if (fits) {
        met++;
        lastMet = checkpoint.position();
      }
    }
  }

  /**
   * The way ended here, and nothing follows.
   *
   * @throws Broken if a checkpoint lies beyond
   */
  public void end(BatchRow last) throws Broken {
    for (Checkpoint beyond : ordered.subList(next, ordered.size()).reversed()) {
      if (!beyond.rightlySigned()) {
        continue;
      }
      throw new Broken(
          last.last() + 1,
          "HISTORY_FORKED: the tail is cut: it ends at %d, and a checkpoint of %s signed position %d"
              .formatted(last.last(), Micros.instant(beyond.signedAt()), beyond.position()));
    }
  }
}
