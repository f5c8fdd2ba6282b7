package org.jalon.kernel.wire;

import java.util.UUID;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.LedgerId;

/**
 * How a kind of fact is named in the ledger, for ever.
 *
 * @param name for example {@code CaseOpened}; never a class name of the day
 * @param version of its fields, from 1
 */
public record EventName(String name, int version) {

  /** The place of an event of this name. */
  public BoxPlace at(LedgerId ledger, UUID eventId) {
    return new BoxPlace(ledger, eventId, name, version);
  }

  /** The stored name of the event at a place. */
  static EventName of(BoxPlace place) {
    return new EventName(place.name(), place.version());
  }

  @Override
  public String toString() {
    return name + "#" + version;
  }
}
