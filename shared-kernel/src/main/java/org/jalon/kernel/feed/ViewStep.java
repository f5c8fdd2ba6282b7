package org.jalon.kernel.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
   * @throws HistoryForked if the ledger does not hold what the view rests on
   */
  Fence.Mark start() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return start(connection);
    }
  }

  private Fence.Mark start(Connection connection) throws SQLException {
    Fence.Mark mark = fence.read(connection);
    if (mark.position() > 0
        && feed.chainHashAt(mark.position())
            .filter(hash -> Arrays.equals(hash, mark.chainHash()))
            .isEmpty()) {
      throw new HistoryForked(projection.view(), mark.position());
    }
    return mark;
  }

  /**
   * Applies what comes after the mark, waiting a while for it. The fence moves first, so that of
   * two who follow one view the second waits for the first and then writes nothing.
   *
   * @return the new mark, or the same if nothing came in time
   */
  Fence.Mark next(Fence.Mark mark, int most, Duration patience)
      throws SQLException, InterruptedException {
    List<Recorded> batch = feed.after(mark.position(), most, patience);
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
