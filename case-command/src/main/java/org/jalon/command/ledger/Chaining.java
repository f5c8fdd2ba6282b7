package org.jalon.command.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;

/** Gives events in order, none missing, the chain hashes of their batches. */
final class Chaining {

  private final Iterator<BatchRow> batches;
  private final List<StoredEvent> events = new ArrayList<>();
  private BatchRow batch;
  private long position;

  /**
   * @param batches those that hold the events; at least one
   * @param after the position before the first event
   */
  Chaining(List<BatchRow> batches, long after) {
    this.batches = batches.iterator();
    batch = this.batches.next();
    position = after;
  }

  /**
   * @throws SQLException if it is not the next event
   */
  void take(EventRow event) throws SQLException {
    position++;
    if (event.position() != position) {
      throw new SQLException(
          "no event at position %d; check the ledger's integrity".formatted(position));
    }
    while (batch.last() < position) {
      batch = batches.next();
    }
    events.add(StoredEvent.of(event, batch.chain()));
  }

  List<StoredEvent> events() {
    return events;
  }
}
