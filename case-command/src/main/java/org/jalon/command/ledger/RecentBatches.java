package org.jalon.command.ledger;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jalon.command.ledger.chain.BatchRow;

/** The batches that this process wrote or saw last, so that they need not be asked for. */
final class RecentBatches {

  private static final int MOST = 4_096;

  private final TreeMap<Long, BatchRow> byFirst = new TreeMap<>();

  synchronized void add(BatchRow batch) {
    byFirst.put(batch.first(), batch);
    if (byFirst.size() > MOST) {
      byFirst.pollFirstEntry();
    }
  }

  /** The batch that holds the position, if it is one of them. */
  synchronized Optional<BatchRow> holding(long position) {
    return Optional.ofNullable(byFirst.floorEntry(position))
        .map(entry -> entry.getValue())
        .filter(batch -> batch.last() >= position);
  }

  /** The one with the highest positions. */
  synchronized Optional<BatchRow> newest() {
    return Optional.ofNullable(byFirst.lastEntry()).map(entry -> entry.getValue());
  }

  /** The first that is known behind the position. */
  synchronized Optional<BatchRow> behind(long position) {
    return Optional.ofNullable(byFirst.higherEntry(position)).map(entry -> entry.getValue());
  }

  /** All of them, in order. */
  synchronized List<BatchRow> all() {
    return List.copyOf(byFirst.values());
  }

  /** The history behind the position is not the database's. */
  synchronized void forgetAfter(long position) {
    byFirst.tailMap(position, false).clear();
  }
}
