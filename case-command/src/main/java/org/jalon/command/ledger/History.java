package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Head;
import org.jspecify.annotations.Nullable;

/** The batches this process saw last, and whether the database still holds them. */
final class History {

  private static final System.Logger LOG = System.getLogger(History.class.getName());

  private final String ledger;
  private final RecentBatches recent = new RecentBatches();
  private final LongConsumer rewound;
  private volatile @Nullable Fork fork;
  private volatile @Nullable Fork latest;
  private volatile int forks;

  /**
   * @param rewound told where the database ends when something that was known is gone
   */
  History(String ledger, LongConsumer rewound) {
    this.ledger = ledger;
    this.rewound = rewound;
  }

  /** The batch is in the database. */
  void saw(BatchRow batch) {
    recent.add(batch);
  }

  /** The batch that holds the position, if it was seen lately. */
  Optional<BatchRow> holding(long position) {
    return recent.holding(position);
  }

  /** Whether all heads stand in this history; empty when only the database can tell. */
  Optional<Boolean> stand(List<Head> heads) {
    boolean known = true;
    for (Head head : heads) {
      Optional<BatchRow> batch = holding(head.position());
      if (batch.isPresent() && !batch.get().endsAt(head)) {
        return Optional.of(false);
      }
      known &= batch.isPresent() || head.position() == 0;
    }
    return known ? Optional.of(true) : Optional.empty();
  }

  /** What is gone of what was known here since the start. */
  Optional<Fork> fork() {
    return Optional.ofNullable(fork);
  }

  /** What was gone when it was found the last time. */
  Optional<Fork> latest() {
    return Optional.ofNullable(latest);
  }

  /** How many times something was gone. */
  int forks() {
    return forks;
  }

  /**
   * Looks whether what was seen last is still there, and notes a fork if not.
   *
   * @return the head of the database
   */
  BatchRow compare(Connection connection) throws SQLException {
    Optional<BatchRow> newest = recent.newest();
    boolean same = newest.isEmpty() || BatchTable.stand(connection, List.of(newest.get().head()));
    BatchRow head = BatchTable.head(connection);
    if (same) {
      saw(head);
    } else {
      forked(connection, newest.get(), head);
    }
    return head;
  }

  private void forked(Connection connection, BatchRow lost, BatchRow head) throws SQLException {
    List<Head> known = recent.all().stream().map(BatchRow::head).toList();
    long standing = BatchTable.lastStanding(connection, known);
    synchronized (this) {
      if (recent.newest().filter(newest -> newest.sameAs(lost)).isEmpty()) {
        return;
      }
      boolean exact = recent.behind(standing).stream().anyMatch(b -> b.first() == standing + 1);
      recent.forgetAfter(standing);
      recent.add(head);
      rewound.accept(head.last());
      Fork found = new Fork(standing + 1, exact, lost.last(), head.head());
      fork = fork == null ? found : fork.and(found);
      latest = found;
      forks++;
      LOG.log(System.Logger.Level.ERROR, "ledger {0}: {1}", ledger, found.message());
    }
  }
}
