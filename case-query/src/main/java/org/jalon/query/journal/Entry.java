package org.jalon.query.journal;

import java.time.Instant;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.Stamp;

/**
 * One fact of a case, or the rectification of one, as it is kept here, its texts sealed.
 *
 * @param caseId the case that it is filed under
 * @param position in the ledger, from 1
 * @param day effective day
 * @param recordedAt when its batch was recorded, in microseconds
 * @param place where its texts open: its id, and its name and version as they were recorded
 * @param stamp how it came to be recorded
 * @param event the fact
 * @param stored the fact as bytes: clear part and boxes
 * @param chainHash of the batch it was recorded in
 */
public record Entry(
    CaseId caseId,
    long position,
    EffectiveDay day,
    Instant recordedAt,
    BoxPlace place,
    Stamp stamp,
    Event event,
    EncodedEvent stored,
    byte[] chainHash) {

  /** What the timeline needs of it. */
  public Fact fact() {
    return new Fact(position, day, stamp.commandId(), event);
  }
}
