package org.jalon.command.wiring;

import java.util.Objects;
import java.util.UUID;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.jalon.command.decision.Draft;
import org.jalon.command.ledger.PayloadFormat;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.KeyStore;

/** How the ledger stores Jalon's facts: clear fields and sealed boxes. */
final class EventFormat implements PayloadFormat {

  private final LedgerId ledger;
  private final KeyStore keys;
  private final EventCodec codec = new EventCodec();

  EventFormat(LedgerId ledger, KeyStore keys) {
    this.ledger = ledger;
    this.keys = keys;
  }

  @Override
  public Stored write(EventMessage message) {
    var draft = (Draft) Objects.requireNonNull(message.payload());
    Event event = draft.event();
    UUID id = UUID.fromString(message.identifier());
    EncodedEvent encoded = codec.encode(event, EventCatalog.nameOf(event).at(ledger, id), keys);
    return new Stored(encoded.clear(), encoded.sealed(), draft.effectiveOn().day().value());
  }

  @Override
  public EventMessage read(StoredEvent stored) {
    var name = new EventName(stored.name(), Integer.parseInt(stored.version()));
    return new GenericEventMessage(
        stored.eventId().toString(),
        new MessageType(stored.name(), stored.version()),
        codec.decode(name.at(ledger, stored.eventId()), stored.clear(), stored.sealed()),
        stored.metadata(),
        stored.recordedAt());
  }
}
