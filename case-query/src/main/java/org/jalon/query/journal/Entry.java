package org.jalon.query.journal;

import java.time.Instant;
import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.Stamp;

/**
 * One fact of a case as it is kept here, its texts sealed.
 *
 * @param position in the ledger, from 1
 * @param day effective day
 * @param recordedAt when its batch was recorded, in microseconds
 * @param eventId unique, made by the writer
 * @param stamp how it came to be recorded
 * @param event the fact
 * @param stored the fact as bytes: clear part and boxes
 * @param chainHash of the batch it was recorded in
 */
public record Entry(
    long position,
    EffectiveDay day,
    Instant recordedAt,
    UUID eventId,
    Stamp stamp,
    CaseEvent event,
    EncodedEvent stored,
    byte[] chainHash) {

  /** What the timeline needs of it. */
  public Fact fact() {
    return new Fact(position, day, stamp.commandId(), event);
  }

  static Entry of(Recorded recorded, CaseEvent event) {
    return new Entry(
        recorded.position(),
        recorded.day(),
        recorded.recordedAt(),
        recorded.eventId(),
        recorded.stamp(),
        event,
        recorded.stored(),
        recorded.chainHash());
  }
}
