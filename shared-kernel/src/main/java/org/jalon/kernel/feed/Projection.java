package org.jalon.kernel.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Turns events into the rows of one view; keeps nothing in memory between batches. */
public interface Projection {

  /** Names the view in its fence, in logs and in metrics. */
  String view();

  /**
   * Writes what the events mean into the view's tables, in the transaction of the connection, which
   * it neither commits nor closes. Called for every event once and in order.
   */
  void apply(Connection connection, List<Recorded> batch) throws SQLException;
}
