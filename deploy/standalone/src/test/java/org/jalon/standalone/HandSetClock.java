package org.jalon.standalone;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A clock that stands still until somebody sets it. */
final class HandSetClock extends Clock {

  private volatile ZonedDateTime now;

  HandSetClock(ZonedDateTime now) {
    this.now = now;
  }

  void set(ZonedDateTime next) {
    now = next;
  }

  @Override
  public ZoneId getZone() {
    return now.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new HandSetClock(now.withZoneSameInstant(zone));
  }

  @Override
  public Instant instant() {
    return now.toInstant();
  }
}
