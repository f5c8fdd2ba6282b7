package org.jalon.command.ledger;

import java.time.LocalDate;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Turns a message into what is stored, on the caller's thread, and back; the ledger knows no
 * format.
 *
 * <p>Identifier, type, tags and metadata are stored by the ledger itself. What is written is hashed
 * for ever: a format may learn to read more, it must not change what it has written.
 */
public interface PayloadFormat {

  /**
   * The part of an event that its format owns.
   *
   * @param clear readable by whoever reads the table
   * @param sealed kept in a column of its own and hashed, so that it can be removed without
   *     breaking the chain; null when there is nothing to seal
   * @param effectiveDay from when the event holds in the world, in the years 1 to 9999
   */
  record Stored(byte[] clear, byte @Nullable [] sealed, LocalDate effectiveDay) {}

  /**
   * @throws IllegalArgumentException if the message cannot be stored; the append fails with it
   */
  Stored write(EventMessage event);

  /**
   * The message that was written, with its identifier, type and metadata; the timestamp is the
   * format's to choose.
   *
   * @throws IllegalArgumentException if the stored bytes cannot be read; the stream fails with it
   */
  EventMessage read(StoredEvent stored);

  /**
   * Keeps a payload of {@code byte[]} (or a text as UTF-8) behind the message's timestamp, seals
   * nothing, takes the timestamp's day in UTC as effective day; gives back {@code byte[]}.
   */
  static PayloadFormat bytes() {
    return new BytesFormat();
  }
}
