package org.jalon.command.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Hash;
import org.jalon.command.ledger.chain.InclusionPath;
import org.jalon.command.ledger.chain.Proof;
import org.jspecify.annotations.Nullable;

/** Gathers what proves that one event belongs to the ledger. */
final class EventProof {

  /** Most batches between an event and the checkpoint of its proof. */
  static final int MOST_LINKS = 10_000;

  private EventProof() {}

  /** As {@link Audit#proof}; nothing is checked. */
  static Optional<Proof> of(
      Connection connection, String ledger, long position, @Nullable Checkpoint checkpoint)
      throws SQLException {
    Optional<BatchRow> holding =
        BatchTable.lastUpTo(connection, position).filter(found -> found.last() >= position);
    if (holding.isEmpty()) {
      return Optional.empty();
    }
    BatchRow batch = holding.get();
    EventRow event = event(connection, position);
    byte[] leaves = leaves(connection, batch);
    List<BatchRow> links = checkpoint == null ? List.of() : links(connection, batch, checkpoint);
    boolean connected = checkpoint != null && links.size() <= MOST_LINKS;
    return Optional.of(
        new Proof(
            ledger,
            event,
            event.leafHash(),
            InclusionPath.of(leaves, (int) (position - batch.first())),
            BatchTable.batchHolding(connection, batch.first() - 1),
            batch,
            connected ? links : List.of(),
            connected ? checkpoint : null));
  }

  private static EventRow event(Connection connection, long position) throws SQLException {
    return EventTable.rows(connection, position - 1, position, 1).stream()
        .findFirst()
        .map(EventProof::withoutSealed)
        .orElseThrow(
            () ->
                new LedgerException.Unavailable(
                    "no event is stored at position %d; check the ledger's integrity"
                        .formatted(position),
                    null));
  }

  private static EventRow withoutSealed(EventRow row) {
    return new EventRow(
        row.position(),
        row.type(),
        row.effectiveDay(),
        row.recordedAt(),
        row.id(),
        row.tags(),
        row.metadata(),
        row.payload(),
        null,
        row.sealedHash());
  }

  /** As stored; computed from the events in batches from before there were such lists. */
  private static byte[] leaves(Connection connection, BatchRow batch) throws SQLException {
    String sql = "SELECT leaf_hashes FROM batch WHERE first_position = ?";
    byte[] stored = null;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, batch.first());
      try (ResultSet rows = statement.executeQuery()) {
        stored = rows.next() ? rows.getBytes(1) : null;
      }
    }
    int length = Math.toIntExact((batch.last() - batch.first() + 1) * Hash.LENGTH);
    return stored != null && stored.length == length
        ? stored
        : computed(new EventPages(connection, batch.first() - 1, batch.last()), length);
  }

  private static byte[] computed(EventPages events, int length) throws SQLException {
    ByteBuffer leaves = ByteBuffer.allocate(length);
    for (var next = events.next();
        next.isPresent() && leaves.hasRemaining();
        next = events.next()) {
      leaves.put(next.get().leafHash());
    }
    return leaves.array();
  }

  private static List<BatchRow> links(Connection connection, BatchRow batch, Checkpoint checkpoint)
      throws SQLException {
    return BatchTable.holding(connection, batch.last(), checkpoint.position(), MOST_LINKS + 1);
  }
}
