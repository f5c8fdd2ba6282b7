package org.jalon.history;

import java.util.UUID;

/**
 * Names an event by the request that sent it.
 *
 * @param index of the event in its request, from 0
 */
public record EventId(long request, int index) {

  /** The id under which it is stored. */
  public UUID uuid() {
    return new UUID(request, index);
  }

  /** What {@link #uuid} was made of; of a foreign id, a request that nobody sent. */
  public static EventId of(UUID uuid) {
    return new EventId(uuid.getMostSignificantBits(), (int) uuid.getLeastSignificantBits());
  }

  /** Of many ids the sum tells two sets of them apart, all but surely. */
  public long hash() {
    long mixed = (request * 31 + index) * 0x9E3779B97F4A7C15L;
    return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
  }

  @Override
  public String toString() {
    return Long.toHexString(request) + "." + index;
  }
}
