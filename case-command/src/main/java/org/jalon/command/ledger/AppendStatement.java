package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Micros;

/** The one call that appends a batch, prepared once for a connection. */
final class AppendStatement implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement statement;

  AppendStatement(Connection connection) throws SQLException {
    this.connection = connection;
    statement =
        connection.prepareStatement(
            "SELECT won, standing_chain FROM append_batch"
                + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  /**
   * Swaps the batch in, in a transaction of its own.
   *
   * @return whether the batch now stands behind its head; also true when it stood there already
   */
  boolean append(Batch batch) throws SQLException {
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
    array(14, "bytea", column(events, EventRow::sealed, byte[][]::new));
    array(15, "bytea", column(events, EventRow::sealedHash, byte[][]::new));
    tags(batch);
    statement.setBytes(19, batch.leafHashes());
    boolean won;
    boolean stands;
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      won = rows.getBoolean(1);
      stands = won || Arrays.equals(rows.getBytes(2), row.chain());
    }
    requireReplicated(statement);
    if (stands && !won) {
      replicate();
    }
    return stands;
  }

  /**
   * What stood there already may wait for a synchronous standby still: a commit of its own, later
   * in the log, waits for both.
   */
  private void replicate() throws SQLException {
    try (Statement later = connection.createStatement()) {
      later.execute("SELECT pg_logical_emit_message(true, 'jalon', 'settled')");
      requireReplicated(later);
    }
  }

  /** A server that was kept from waiting for its standby commits all the same, and warns. */
  private static void requireReplicated(Statement sent) throws SQLException {
    SQLWarning warning = sent.getWarnings();
    if (warning != null) {
      throw new SQLException("committed, perhaps not on the standby", "08007", warning);
    }
  }

  private void tags(Batch batch) throws SQLException {
    int rows = batch.staged().stream().mapToInt(one -> one.tagHashes().length).sum();
    Long[] tags = new Long[rows];
    Long[] positions = new Long[rows];
    Long[] types = new Long[rows];
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

  private void array(int index, String type, Object[] values) throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, values));
  }

  private static <T> T[] column(
      List<EventRow> events,
      Function<EventRow, ? extends T> part,
      java.util.function.IntFunction<T[]> empty) {
    T[] column = empty.apply(events.size());
    Arrays.setAll(column, i -> part.apply(events.get(i)));
    return column;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
