package org.jalon.command.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Hash;
import org.jalon.command.ledger.chain.MerkleTree;

/** What somebody can do who has the database and knows the format: alter and hash anew. */
final class Rewriting {

  private Rewriting() {}

  /** Alters the payload of an event and makes all hashes fit again, to the head. */
  static void from(TestLedger database, long position) throws Exception {
    database.alter("UPDATE event SET payload = payload || '\\x21' WHERE position = " + position);
    try (Connection connection = database.pool().getConnection()) {
      BatchRow before = BatchTable.batchHolding(connection, 0);
      for (BatchRow batch : BatchTable.holding(connection, 0, Long.MAX_VALUE, 1_000)) {
        before = rehashed(database, connection, before, batch);
      }
    }
  }

  /** Removes the last batches with all that belongs to them. */
  static void cut(TestLedger database, long after) throws Exception {
    database.alter(
        """
        DELETE FROM event WHERE position > %1$d;
        DELETE FROM event_tag WHERE position > %1$d;
        DELETE FROM batch WHERE first_position > %1$d
        """
            .formatted(after));
  }

  private static BatchRow rehashed(
      TestLedger database, Connection connection, BatchRow before, BatchRow batch)
      throws Exception {
    MerkleTree tree = new MerkleTree();
    List<byte[]> leaves = new ArrayList<>();
    for (EventRow event :
        EventTable.rows(connection, batch.first() - 1, batch.last(), Integer.MAX_VALUE)) {
      tree.add(event.leafHash());
      leaves.add(event.leafHash());
    }
    ByteBuffer list = ByteBuffer.allocate(leaves.size() * Hash.LENGTH);
    leaves.forEach(list::put);
    BatchRow hashed =
        new BatchRow(batch.first(), batch.last(), tree.root(), new byte[0], batch.recordedAt());
    byte[] chain = hashed.chainBehind(database.id().value(), before.chain());
    database.alter(
        """
        UPDATE batch SET merkle_root = '\\x%s', chain_hash = '\\x%s', leaf_hashes = '\\x%s'
        WHERE first_position = %d
        """
            .formatted(hex(tree.root()), hex(chain), hex(list.array()), batch.first()));
    return new BatchRow(batch.first(), batch.last(), tree.root(), chain, batch.recordedAt());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
