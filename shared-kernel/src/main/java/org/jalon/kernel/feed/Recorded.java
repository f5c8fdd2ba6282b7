package org.jalon.kernel.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.Stamp;

/**
 * A recorded event as readers receive it.
 *
 * @param position in the ledger, from 1, without gaps
 * @param day effective day
 * @param recordedAt when its batch was recorded, in microseconds
 * @param eventId unique, made by the writer
 * @param tags the subjects whose state it changes, as {@code key:value}
 * @param stamp how it came to be recorded
 * @param event the fact, its free text sealed
 * @param stored the fact as bytes: clear part and boxes
 * @param chainHash of the batch it was recorded in
 */
public record Recorded(
    long position,
    EffectiveDay day,
    Instant recordedAt,
    UUID eventId,
    List<String> tags,
    Stamp stamp,
    Event event,
    EncodedEvent stored,
    byte[] chainHash) {

  /** What the timeline needs of it. */
  public Fact fact() {
    return new Fact(position, day, stamp.commandId(), event);
  }
}
