package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Head;
import org.jalon.command.ledger.chain.Micros;
import org.jspecify.annotations.Nullable;

/** The questions asked of the batches and of the room ahead of them. */
final class BatchTable {

  private static final String BATCH =
      "SELECT first_position, last_position, merkle_root, chain_hash, recorded_at FROM batch ";

  private BatchTable() {}

  static BatchRow head(Connection connection) throws SQLException {
    return batch(connection, BATCH + "ORDER BY first_position DESC LIMIT 1")
        .orElseThrow(() -> new SQLException("the ledger's batch table is empty: no genesis"));
  }

  /** The batch that holds the position; the genesis for position 0. */
  static BatchRow batchHolding(Connection connection, long position) throws SQLException {
    return lastUpTo(connection, position)
        .orElseThrow(() -> new SQLException("no batch holds position " + position));
  }

  /** The batch with the highest first position up to this one, if there is any. */
  static Optional<BatchRow> lastUpTo(Connection connection, long position) throws SQLException {
    String sql = BATCH + "WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1";
    return batch(connection, sql, position);
  }

  /** As {@link Span#leavesBefore}. */
  static byte @Nullable [] leavesBefore(Connection connection, BatchRow batch) throws SQLException {
    String sql =
        """
        SELECT CASE WHEN first_position = 0 THEN leaf_hashes
                    WHEN leaf_hashes IS NOT NULL THEN ''::bytea END
        FROM batch WHERE first_position = ?
        """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, batch.first());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getBytes(1) : null;
      }
    }
  }

  /** Whether each of the heads is the end of a batch that is there. */
  static boolean stand(Connection connection, Collection<Head> heads) throws SQLException {
    return standing(connection, heads, "count(*)") == heads.size();
  }

  /** The last of the heads that is the end of a batch that is there; 0 if none is. */
  static long lastStanding(Connection connection, Collection<Head> heads) throws SQLException {
    return standing(connection, heads, "coalesce(max(h.position), 0)");
  }

  private static long standing(Connection connection, Collection<Head> heads, String what)
      throws SQLException {
    String sql =
        """
        SELECT %s FROM unnest(?, ?) AS h(position, chain) CROSS JOIN LATERAL (
          SELECT last_position, chain_hash FROM batch
          WHERE first_position <= h.position ORDER BY first_position DESC LIMIT 1) b
        WHERE b.last_position = h.position AND b.chain_hash = h.chain
        """
            .formatted(what);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Long[] positions = heads.stream().map(Head::position).toArray(Long[]::new);
      byte[][] chains = heads.stream().map(Head::chainHash).toArray(byte[][]::new);
      statement.setArray(1, connection.createArrayOf("int8", positions));
      statement.setArray(2, connection.createArrayOf("bytea", chains));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Position of the first event recorded at or after the instant. */
  static OptionalLong firstRecordedFrom(Connection connection, Instant from) throws SQLException {
    String sql =
        BATCH
            + "WHERE recorded_at >= ? AND first_position > 0"
            + " ORDER BY recorded_at, first_position LIMIT 1";
    return batch(connection, sql, OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
        .map(row -> OptionalLong.of(row.first()))
        .orElse(OptionalLong.empty());
  }

  /** Makes room ahead of the head; returns what there is now. */
  static Partitions.Room roomAhead(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT room, ahead FROM room_ahead()");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return new Partitions.Room(rows.getLong(1), rows.getLong(2));
    }
  }

  /** The batches that hold the positions of a range, in order, at most so many. */
  static List<BatchRow> holding(Connection connection, long after, long upTo, int most)
      throws SQLException {
    String sql =
        BATCH
            + """
            WHERE first_position >= (SELECT max(first_position) FROM batch WHERE first_position <= ?)
              AND first_position <= ? AND last_position > ?
            ORDER BY first_position LIMIT ?
            """;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, after + 1);
      statement.setLong(2, upTo);
      statement.setLong(3, after);
      statement.setInt(4, most);
      List<BatchRow> batches = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          batches.add(batch(rows));
        }
      }
      return batches;
    }
  }

  private static Optional<BatchRow> batch(Connection connection, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(batch(rows)) : Optional.empty();
      }
    }
  }

  static BatchRow batch(ResultSet rows) throws SQLException {
    return new BatchRow(
        rows.getLong(1), rows.getLong(2), rows.getBytes(3), rows.getBytes(4), micros(rows, 5));
  }

  private static long micros(ResultSet rows, int column) throws SQLException {
    return Micros.of(rows.getObject(column, OffsetDateTime.class).toInstant());
  }
}
