package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come in one history.
 *
 * @param chain hash of the batch that holds the position; absent where only the position is known
 */
record Place(long position, byte @Nullable [] chain) {

  /** What follows a place. */
  record Page(List<StoredEvent> events, Place end) {}

  /**
   * Reads what follows. The place is looked at after what follows it was read, so that whoever
   * answered that had it.
   *
   * @throws LedgerException.HistoryForked if the database does not hold the place
   */
  Page read(Connection connection, int most) throws SQLException {
    List<StoredEvent> events = EventTable.after(connection, position, most);
    BatchRow here = BatchTable.batchHolding(connection, position);
    if (here.last() < position || chain != null && !Arrays.equals(chain, here.chain())) {
      throw new LedgerException.HistoryForked(position, BatchTable.head(connection).last());
    }
    return events.isEmpty()
        ? new Page(events, new Place(position, here.chain()))
        : new Page(events, new Place(events.getLast().position(), events.getLast().chainHash()));
  }
}
