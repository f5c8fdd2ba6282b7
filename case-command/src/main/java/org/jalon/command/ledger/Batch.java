package org.jalon.command.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Events with their positions, time, root and link in the chain, ready to be swapped in behind a
 * head; the same drafts behind the same head at the same time make the same bytes.
 */
record Batch(BatchRow behind, BatchRow row, List<EventRow> events, List<Draft> drafts) {

  static Batch of(String ledger, BatchRow behind, List<Draft> drafts, long recordedAt) {
    List<EventRow> events = new ArrayList<>(drafts.size());
    MerkleTree tree = new MerkleTree();
    long position = behind.last();
    for (Draft draft : drafts) {
      EventRow event = draft.at(++position, recordedAt);
      events.add(event);
      tree.add(event.leafHash());
    }
    long first = behind.last() + 1;
    byte[] root = tree.root();
    byte[] chain = Chain.next(ledger, behind.chain(), first, position, recordedAt, root);
    return new Batch(
        behind, new BatchRow(first, position, root, chain, recordedAt), events, drafts);
  }
}
