package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Micros;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What appends a batch, prepared once for a connection. */
final class AppendStatement implements AutoCloseable {

  /** The standard's "transaction resolution unknown". */
  private static final String UNCONFIRMED = "08007";

  private static final Object[] NONE = {};

  private final PGConnection connection;
  private final LoneAppend lone;
  private final PreparedStatement statement;
  private final long lease;
  private boolean leased;

  AppendStatement(Connection connection, long lease) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.lease = lease;
    lone = new LoneAppend(connection, lease);
    statement =
        connection.prepareStatement(
            "SELECT standing_chain, leased FROM append_batch"
                + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /** Whether the last append found the lease with another session. */
  boolean leased() {
    return leased;
  }

  /**
   * Swaps the batch in, in a transaction of its own.
   *
   * @return whether the batch now stands behind its head; also true when it stood there already
   */
  boolean append(Batch batch) throws SQLException {
    if (batch.events().size() == 1 && lone.append(batch)) {
      leased = lone.leased();
      return true;
    }
    return call(batch);
  }

  /** By the function, which also tells what stands there if not the batch. */
  private boolean call(Batch batch) throws SQLException {
    BatchRow behind = batch.behind();
    BatchRow row = batch.row();
    statement.setLong(1, behind.first());
    statement.setLong(2, behind.last());
    statement.setBytes(3, behind.chain());
    statement.setLong(4, row.last());
    statement.setBytes(5, row.root());
    statement.setBytes(6, row.chain());
    statement.setObject(
        7, OffsetDateTime.ofInstant(Micros.instant(row.recordedAt()), ZoneOffset.UTC));
    List<EventRow> events = batch.events();
    array(8, "text", column(events, EventRow::type, String[]::new));
    array(9, "int4", column(events, event -> (int) event.effectiveDay(), Integer[]::new));
    array(10, "uuid", column(events, EventRow::id, Object[]::new));
    array(11, "bytea", column(events, EventRow::tags, byte[][]::new));
    array(12, "bytea", column(events, EventRow::metadata, byte[][]::new));
    array(13, "bytea", column(events, EventRow::payload, byte[][]::new));
    boolean sealed = events.stream().anyMatch(event -> event.sealedHash() != null);
    array(14, "bytea", sealed ? column(events, EventRow::sealed, byte[][]::new) : NONE);
    array(15, "bytea", sealed ? column(events, EventRow::sealedHash, byte[][]::new) : NONE);
    tags(batch);
    statement.setBytes(19, batch.leafHashes());
    statement.setLong(20, lease);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      leased = rows.getBoolean(2);
      requireConfirmed(statement.getWarnings());
      return Arrays.equals(rows.getBytes(1), row.chain());
    }
  }

  /** A server that was kept from waiting for its standby commits all the same, and warns. */
  static void requireConfirmed(@Nullable SQLWarning warning) throws SQLException {
    if (warning != null) {
      throw new SQLException("committed, perhaps not on the standby", UNCONFIRMED, warning);
    }
  }

  private void tags(Batch batch) throws SQLException {
    int rows = batch.staged().stream().mapToInt(one -> one.tagHashes().length).sum();
    long[] tags = new long[rows];
    long[] positions = new long[rows];
    long[] types = new long[rows];
    int at = 0;
    long position = batch.behind().last();
    for (StagedEvent one : batch.staged()) {
      position++;
      for (long tag : one.tagHashes()) {
        tags[at] = tag;
        positions[at] = position;
        types[at++] = one.typeHash();
      }
    }
    array(16, "int8", tags);
    array(17, "int8", positions);
    array(18, "int8", types);
  }

  private void array(int index, String type, Object values) throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, values));
  }

  private static <T> T[] column(
      List<EventRow> events, Function<EventRow, ? extends T> part, IntFunction<T[]> empty) {
    T[] column = empty.apply(events.size());
    Arrays.setAll(column, i -> part.apply(events.get(i)));
    return column;
  }

  @Override
  public void close() throws SQLException {
    lone.close();
    statement.close();
  }
}
