package org.jalon.command.ledger;

import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;

/**
 * Events with their positions, time, root and link in the chain, ready to be swapped in behind a
 * head; the same events behind the same head at the same time make the same bytes.
 *
 * @param leafHashes of the events, one behind the other
 */
record Batch(
    BatchRow behind,
    BatchRow row,
    byte[] leafHashes,
    List<EventRow> events,
    List<StagedEvent> staged) {}
