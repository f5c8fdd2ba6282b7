package org.jalon.command.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Chain;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.MerkleTree;

/** A batch being made behind another, event by event. */
final class BatchMaking {

  private final String ledger;
  private final BatchRow behind;
  private final long recordedAt;
  private final List<StagedEvent> staged = new ArrayList<>();
  private final List<EventRow> events = new ArrayList<>();
  private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
  private final MerkleTree tree = new MerkleTree();
  private long weight;

  /**
   * @param recordedAt when it is recorded, in microseconds; not before the batch it follows
   */
  BatchMaking(String ledger, BatchRow behind, long recordedAt) {
    this.ledger = ledger;
    this.behind = behind;
    this.recordedAt = recordedAt;
  }

  void add(StagedEvent one) {
    EventRow event = one.at(behind.last() + events.size() + 1, recordedAt);
    byte[] leaf = event.leafHash();
    staged.add(one);
    events.add(event);
    tree.add(leaf);
    leaves.writeBytes(leaf);
    weight += one.weight();
  }

  int size() {
    return events.size();
  }

  long weight() {
    return weight;
  }

  /** The batch of at least one event; none may be added any more. */
  Batch made() {
    long first = behind.last() + 1;
    long last = behind.last() + events.size();
    byte[] root = tree.root();
    byte[] chain = Chain.next(ledger, behind.chain(), first, last, recordedAt, root);
    BatchRow row = new BatchRow(first, last, root, chain, recordedAt);
    return new Batch(behind, row, leaves.toByteArray(), events, staged);
  }
}
