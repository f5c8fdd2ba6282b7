package org.jalon.workload.http;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;

/**
 * Where and when a question is asked.
 *
 * @param clock of the zone in which days begin and end
 */
public record Installation(Clock clock) {

  ZoneId zone() {
    return clock.getZone();
  }

  EffectiveDay today() {
    return new EffectiveDay(clock.instant().atZone(zone()).toLocalDate());
  }

  /** The moment asked for, or now, with the offset of this place. */
  OffsetDateTime shown(Optional<Instant> asOf) {
    return asOf.orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS))
        .atZone(zone())
        .toOffsetDateTime();
  }
}
