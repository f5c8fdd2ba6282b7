package org.jalon.kernel.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Takes a view one batch further: rows and fence in one transaction. */
final class ViewStep {

  private final EventFeed feed;
  private final Projection projection;
  private final DataSource database;
  private final Fence fence;

  ViewStep(EventFeed feed, Projection projection, DataSource database) {
    this.feed = feed;
    this.projection = projection;
    this.database = database;
    this.fence = new Fence(projection.view(), feed.ledger());
  }

  /**
   * Where the view stands.
   *
   * @param before where it stood when it was last heard of here: a database that was put back
   *     together with the ledger must not hide what is gone
   * @throws HistoryForked if the ledger does not hold what the view rests on, or rested on
   */
  Fence.Mark start(Fence.Mark before) throws SQLException {
    requireStanding(before);
    return start();
  }

  /**
   * Where the view stands.
   *
   * @throws HistoryForked if the ledger does not hold what the view rests on
   */
  Fence.Mark start() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return start(connection);
    }
  }

  private Fence.Mark start(Connection connection) throws SQLException {
    Fence.Mark mark = fence.read(connection);
    requireStanding(mark);
    return mark;
  }

  private void requireStanding(Fence.Mark mark) {
    if (mark.position() > 0
        && feed.chainHashAt(mark.position())
            .filter(hash -> Arrays.equals(hash, mark.chainHash()))
            .isEmpty()) {
      throw forked(mark.position());
    }
  }

  private HistoryForked forked(long position) {
    OptionalLong known = feed.firstDiffering();
    boolean exact = known.isPresent() && known.getAsLong() <= position;
    long differing = exact ? known.getAsLong() : Math.min(position, feed.head() + 1);
    return new HistoryForked(projection.view(), position, differing, exact);
  }

  /**
   * Applies what comes after the mark, waiting a while for it. The fence moves first, so that of
   * two who follow one view the second waits for the first and then writes nothing. The mark is
   * compared with the ledger at every step, after what follows it was read: a feed may have
   * connected anew in between without a word.
   *
   * @return the new mark, or the same if nothing came in time
   * @throws HistoryForked if the ledger does not hold the mark; nothing is applied
   */
  Fence.Mark next(Fence.Mark mark, int most, Duration patience)
      throws SQLException, InterruptedException {
    List<Recorded> batch = feed.after(mark.position(), most, patience);
    requireStanding(mark);
    if (batch.isEmpty()) {
      return mark;
    }
    var reached = new Fence.Mark(batch.getLast().position(), batch.getLast().chainHash());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!fence.move(connection, mark, reached)) {
          connection.rollback();
          return start(connection);
        }
        projection.apply(connection, batch);
        connection.commit();
        return reached;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
