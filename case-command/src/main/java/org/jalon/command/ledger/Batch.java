package org.jalon.command.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Events with their positions, time, root and link in the chain, ready to be swapped in behind a
 * head; the same events behind the same head at the same time make the same bytes.
 */
record Batch(BatchRow behind, BatchRow row, List<EventRow> events, List<StagedEvent> staged) {

  static Batch of(String ledger, BatchRow behind, List<StagedEvent> staged, long recordedAt) {
    List<EventRow> events = new ArrayList<>(staged.size());
    MerkleTree tree = new MerkleTree();
    long position = behind.last();
    for (StagedEvent one : staged) {
      EventRow event = one.at(++position, recordedAt);
      events.add(event);
      tree.add(event.leafHash());
    }
    long first = behind.last() + 1;
    byte[] root = tree.root();
    byte[] chain = Chain.next(ledger, behind.chain(), first, position, recordedAt, root);
    return new Batch(
        behind, new BatchRow(first, position, root, chain, recordedAt), events, staged);
  }
}
