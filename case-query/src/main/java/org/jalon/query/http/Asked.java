package org.jalon.query.http;

import java.time.Clock;
import java.time.LocalDate;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.query.journal.Known;
import org.jspecify.annotations.Nullable;

/**
 * The point of the two times that a case file is asked for.
 *
 * @param on day of the world, today unless given
 * @param known which facts
 */
record Asked(LocalDate on, Known known) {

  static Asked of(
      @Nullable String on, @Nullable String asOf, @Nullable PositionToken position, Clock clock) {
    EffectiveDay given = Parameters.day("on", on);
    EffectiveDay day = given == null ? new EffectiveDay(LocalDate.now(clock)) : given;
    return new Asked(
        day.value(),
        new Known(
            day,
            Parameters.moment("asOf", asOf, clock.getZone()),
            position == null ? null : position.position()));
  }
}
