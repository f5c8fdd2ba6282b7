package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Micros;
import org.postgresql.PGConnection;

/**
 * The append of a batch of one event, by a plain statement: cheaper than the function, which takes
 * arrays and runs three. It puts the batch behind its head if the head is there with its chain hash
 * and nothing behind it; why it did not, only the function tells.
 */
final class LoneAppend implements AutoCloseable {

  private static final String INSERTS =
      """
      WITH append_batch AS (
        INSERT INTO batch (
          first_position, last_position, merkle_root, chain_hash, recorded_at, leaf_hashes)
        SELECT ?::bigint, ?::bigint, ?::bytea, ?::bytea, ?::timestamptz, ?::bytea
        FROM batch
        WHERE first_position = ? AND last_position = ? AND chain_hash = ?
        ON CONFLICT DO NOTHING
        RETURNING last_position, recorded_at),
      append_event AS (
        INSERT INTO event
        SELECT last_position, ?::text, date '1970-01-01' + ?::int, recorded_at, ?::uuid,
               ?::bytea, ?::bytea, ?::bytea, ?::bytea, ?::bytea
        FROM append_batch),
      append_tags AS (
        INSERT INTO event_tag (tag, position, type)
        SELECT tag, last_position, ?::bigint FROM append_batch, unnest(?::bigint[]) tag)
      SELECT NOT pg_try_advisory_xact_lock_shared(?) FROM append_batch
      """;

  private final PGConnection connection;
  private final PreparedStatement statement;
  private final long lease;
  private boolean leased;

  LoneAppend(Connection connection, long lease) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.lease = lease;
    statement = connection.prepareStatement(INSERTS);
  }

  /** Whether another session held the lease when the last batch was put in its place. */
  boolean leased() {
    return leased;
  }

  /**
   * Swaps the batch of one event in, in a transaction of its own.
   *
   * @return whether it did; if not, nothing was written now, but perhaps earlier
   */
  boolean append(Batch batch) throws SQLException {
    row(batch);
    event(batch.events().getFirst());
    StagedEvent staged = batch.staged().getFirst();
    statement.setLong(18, staged.typeHash());
    statement.setArray(19, connection.createArrayOf("int8", staged.tagHashes()));
    statement.setLong(20, lease);
    try (ResultSet rows = statement.executeQuery()) {
      boolean appended = rows.next();
      if (appended) {
        leased = rows.getBoolean(1);
      }
      AppendStatement.requireConfirmed(statement.getWarnings());
      return appended;
    }
  }

  private void row(Batch batch) throws SQLException {
    BatchRow row = batch.row();
    statement.setLong(1, row.first());
    statement.setLong(2, row.last());
    statement.setBytes(3, row.root());
    statement.setBytes(4, row.chain());
    statement.setObject(
        5, OffsetDateTime.ofInstant(Micros.instant(row.recordedAt()), ZoneOffset.UTC));
    statement.setBytes(6, batch.leafHashes());
    BatchRow behind = batch.behind();
    statement.setLong(7, behind.first());
    statement.setLong(8, behind.last());
    statement.setBytes(9, behind.chain());
  }

  private void event(EventRow event) throws SQLException {
    statement.setString(10, event.type());
    statement.setInt(11, (int) event.effectiveDay());
    statement.setObject(12, event.id());
    statement.setBytes(13, event.tags());
    statement.setBytes(14, event.metadata());
    statement.setBytes(15, event.payload());
    statement.setBytes(16, event.sealed());
    statement.setBytes(17, event.sealedHash());
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
