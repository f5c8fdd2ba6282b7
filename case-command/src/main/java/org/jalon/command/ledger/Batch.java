package org.jalon.command.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Chain;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Hash;
import org.jalon.command.ledger.chain.MerkleTree;

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
    List<StagedEvent> staged) {

  static Batch of(String ledger, BatchRow behind, List<StagedEvent> staged, long recordedAt) {
    List<EventRow> events = new ArrayList<>(staged.size());
    MerkleTree tree = new MerkleTree();
    ByteBuffer leaves = ByteBuffer.allocate(Hash.LENGTH * staged.size());
    long position = behind.last();
    for (StagedEvent one : staged) {
      EventRow event = one.at(++position, recordedAt);
      events.add(event);
      byte[] leaf = event.leafHash();
      tree.add(leaf);
      leaves.put(leaf);
    }
    long first = behind.last() + 1;
    byte[] root = tree.root();
    byte[] chain = Chain.next(ledger, behind.chain(), first, position, recordedAt, root);
    BatchRow row = new BatchRow(first, position, root, chain, recordedAt);
    return new Batch(behind, row, leaves.array(), events, staged);
  }
}
