package org.jalon.kernel.feed.kafka;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.Stamp;

/** From what came over the topic to what readers receive. */
final class Decoding {

  private final LedgerId ledger;
  private final EventCodec codec = new EventCodec();

  Decoding(LedgerId ledger) {
    this.ledger = ledger;
  }

  /**
   * @throws org.jalon.kernel.wire.UnknownEvent if its name or version is not known here
   */
  Recorded decode(RelayedEvent event) {
    var name = new EventName(event.name(), event.version());
    return new Recorded(
        event.position(),
        new EffectiveDay(event.day()),
        event.recordedAt(),
        event.eventId(),
        event.tags().stream().map(RelayedEvent.Tag::toString).toList(),
        Stamp.of(event.metadata()),
        codec.decode(name.at(ledger, event.eventId()), event.clear(), event.sealed()),
        new EncodedEvent(name, event.clear(), event.sealed()),
        event.chainHash());
  }
}
