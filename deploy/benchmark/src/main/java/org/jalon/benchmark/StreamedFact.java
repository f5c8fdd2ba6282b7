package org.jalon.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Tag;
import org.jalon.command.decision.Tags;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.KeyStore;

/**
 * A fact in one of the streams that it was copied to: its number, day, command and stream before
 * the clear bytes that the ledger stores too.
 */
record StreamedFact(Tag stream, Fact fact) {

  private static final EventCodec CODEC = new EventCodec();
  private static final AtomicLong NUMBERS = new AtomicLong();

  /**
   * A message for every subject of a fact, but the one that is all posts' together; only facts
   * without sealed texts.
   */
  static List<EventMessage> copies(Draft draft, KeyStore keys) {
    long number = NUMBERS.incrementAndGet();
    List<EventMessage> copies = new ArrayList<>();
    EventName name = EventCatalog.nameOf(draft.event());
    var type = new MessageType(name.name(), Integer.toString(name.version()));
    byte[] clear = clear(draft, name, keys);
    for (Tag stream : Tags.of(draft.event())) {
      if (stream.equals(Tag.workforce())) {
        continue;
      }
      byte[] text = (stream.key() + ":" + stream.value()).getBytes(StandardCharsets.UTF_8);
      byte[] payload =
          ByteBuffer.allocate(36 + text.length + clear.length)
              .putLong(number)
              .putLong(draft.effectiveOn().day().value().toEpochDay())
              .putLong(draft.commandId().getMostSignificantBits())
              .putLong(draft.commandId().getLeastSignificantBits())
              .putInt(text.length)
              .put(text)
              .put(clear)
              .array();
      copies.add(
          new GenericEventMessage(
              UuidCreator.getTimeOrderedEpoch().toString(),
              type,
              payload,
              Map.of(),
              Instant.EPOCH));
    }
    return copies;
  }

  /** Reads what {@link #copies} has made. */
  static StreamedFact of(EventMessage message) {
    var payload = ByteBuffer.wrap((byte[]) Objects.requireNonNull(message.payload()));
    long number = payload.getLong();
    var day = new EffectiveDay(LocalDate.ofEpochDay(payload.getLong()));
    var command = new UUID(payload.getLong(), payload.getLong());
    Tag stream = Tag.parse(text(payload, payload.getInt()));
    byte[] clear = new byte[payload.remaining()];
    payload.get(clear);
    var name =
        new EventName(
            message.type().qualifiedName().fullName(), Integer.parseInt(message.type().version()));
    var place = name.at(LedgerId.MAIN, UUID.fromString(message.identifier()));
    return new StreamedFact(
        stream, new Fact(number, day, command, CODEC.decode(place, clear, null)));
  }

  /** The one tag that a message is stored under; Axon tells streams apart by its value alone. */
  static Set<org.axonframework.messaging.eventstreaming.Tag> tags(EventMessage message) {
    return Set.of(stream(of(message).stream()));
  }

  static org.axonframework.messaging.eventstreaming.Tag stream(Tag tag) {
    return new org.axonframework.messaging.eventstreaming.Tag(
        tag.key(), tag.key() + ":" + tag.value());
  }

  private static String text(ByteBuffer from, int length) {
    byte[] text = new byte[length];
    from.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] clear(Draft draft, EventName name, KeyStore keys) {
    var place = name.at(LedgerId.MAIN, draft.commandId());
    var encoded = CODEC.encode(draft.event(), place, keys);
    if (encoded.sealed() != null) {
      throw new IllegalArgumentException(name + " holds texts; this stores clear facts only");
    }
    return encoded.clear();
  }
}
