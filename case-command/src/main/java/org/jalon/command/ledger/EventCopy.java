package org.jalon.command.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jalon.command.ledger.chain.EventRow;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A page of events in order, as they come out of a binary {@code COPY}: the cheapest way for server
 * and reader alike.
 */
final class EventCopy implements AutoCloseable {

  /** What PostgreSQL counts its dates and times from, in days and microseconds since 1970-01-01. */
  private static final long EPOCH_DAYS = 10_957;

  private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

  private static final int SIGNATURE = 0x5047434F; // PGCO, where a row has its number of fields
  private static final int HEADER = 15;
  private static final short END = -1;

  private final CopyOut copy;
  private boolean ended;

  /**
   * @param query whose rows are {@link EventTable#COLUMNS}
   */
  EventCopy(Connection connection, String query) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (%s) TO STDOUT (FORMAT BINARY)".formatted(query));
  }

  /** The next event; null at the end. */
  @Nullable EventRow next() throws SQLException {
    EventRow row = null;
    while (row == null && !ended) {
      byte[] data = copy.readFromCopy();
      ended = data == null;
      row = ended ? null : row(data);
    }
    return row;
  }

  /** Reads what was left: cancelling could hit a later statement of the connection. */
  @Override
  public void close() throws SQLException {
    while (!ended && copy.isActive()) {
      ended = copy.readFromCopy() == null;
    }
  }

  private static @Nullable EventRow row(byte[] data) throws SQLException {
    ByteBuffer in = ByteBuffer.wrap(data);
    try {
      if (data.length > HEADER && in.getInt(0) == SIGNATURE) {
        in.position(HEADER);
        in.position(HEADER + Integer.BYTES + in.getInt());
      }
      if (!in.hasRemaining() || in.getShort() == END) {
        return null;
      }
      return row(in);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new SQLException("a row copied from the events is cut", e);
    }
  }

  private static EventRow row(ByteBuffer in) {
    return new EventRow(
        skipLength(in).getLong(),
        new String(bytes(in), StandardCharsets.UTF_8),
        skipLength(in).getInt() + EPOCH_DAYS,
        skipLength(in).getLong() + EPOCH_MICROS,
        id(skipLength(in)),
        bytes(in),
        bytes(in),
        bytes(in),
        bytesOrNull(in),
        bytesOrNull(in));
  }

  /** Stands before a field of which the length is known. */
  private static ByteBuffer skipLength(ByteBuffer in) {
    return in.position(in.position() + Integer.BYTES);
  }

  private static UUID id(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  private static byte @Nullable [] bytesOrNull(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
