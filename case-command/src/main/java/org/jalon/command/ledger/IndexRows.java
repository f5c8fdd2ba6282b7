package org.jalon.command.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The stored rows of the index of tags, event by event, for an export. */
final class IndexRows {

  private final TagPages pages;

  IndexRows(TagPages pages) {
    this.pages = pages;
  }

  /** The position of the next row before that of an event, which belongs to none; taken. */
  OptionalLong strayBefore(long position) throws SQLException {
    var next = pages.peek();
    if (next.isEmpty() || next.get().position() >= position) {
      return OptionalLong.empty();
    }
    pages.take();
    return OptionalLong.of(next.get().position());
  }

  /** The rows of the event at a position, tag and type one behind the other; taken. */
  byte[] of(long position) throws SQLException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (var next = pages.peek();
        next.isPresent() && next.get().position() == position;
        next = pages.peek()) {
      rows.writeBytes(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(next.get().tag())
              .putLong(next.get().type())
              .array());
      pages.take();
    }
    return rows.toByteArray();
  }
}
