package org.jalon.command.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/** Seconds (eight bytes) and nanoseconds (four) of the timestamp, then the payload's bytes. */
final class BytesFormat implements PayloadFormat {

  private static final int TIMESTAMP = Long.BYTES + Integer.BYTES;

  @Override
  public Stored write(EventMessage event) {
    byte[] payload = payload(event);
    Instant timestamp = event.timestamp();
    byte[] clear =
        ByteBuffer.allocate(TIMESTAMP + payload.length)
            .putLong(timestamp.getEpochSecond())
            .putInt(timestamp.getNano())
            .put(payload)
            .array();
    return new Stored(clear, null, LocalDate.ofInstant(timestamp, ZoneOffset.UTC));
  }

  @Override
  public EventMessage read(StoredEvent stored) {
    if (stored.clear().length < TIMESTAMP) {
      throw new IllegalArgumentException(
          "event at position %d has %d bytes, less than a timestamp; another format wrote it"
              .formatted(stored.position(), stored.clear().length));
    }
    ByteBuffer clear = ByteBuffer.wrap(stored.clear());
    Instant timestamp = Instant.ofEpochSecond(clear.getLong(), clear.getInt());
    byte[] payload = new byte[clear.remaining()];
    clear.get(payload);
    return new GenericEventMessage(
        stored.eventId().toString(),
        new MessageType(stored.name(), stored.version()),
        payload,
        stored.metadata(),
        timestamp);
  }

  private static byte[] payload(EventMessage event) {
    return switch (event.payload()) {
      case byte[] bytes -> bytes;
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case null -> new byte[0];
      case Object other ->
          throw new IllegalArgumentException(
              "payload of %s is a %s; convert it to byte[] before it is appended"
                  .formatted(event.type(), other.getClass().getName()));
    };
  }
}
