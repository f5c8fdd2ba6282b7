package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.aboveCeiling;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.norm;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;
import static org.jalon.workload.Facts.vacated;
import static org.jalon.workload.Facts.worksNow;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.norm.NormScope;
import org.junit.jupiter.api.Test;

/** Ana (AS, 0.5) may have 12 open cases and has three, none of them started. */
final class AlertsTest {

  private static final Instant FIRST = Instant.parse("2026-04-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-20T10:00:00Z");
  private static final Optional<Instant> NOW = Optional.empty();

  @Test
  void less_working_time_leaves_an_alert_until_there_are_fewer_cases()
      throws SQLException, InterruptedException {
    try (var desk = ana()) {
      desk.record(FIRST, march(5), worksNow("p", "ana", "0.1"), aboveCeiling("ana", 3, 2));
      desk.record(LATER, march(9), closed("c1"));

      assertThat(alerts(desk, march(4), NOW)).isEmpty();
      assertThat(alerts(desk, march(5), NOW))
          .containsExactly("ABOVE_CEILING ana since 2026-03-05: 3 of 2 by 12");
      assertThat(alerts(desk, march(8), NOW))
          .containsExactly("ABOVE_CEILING ana since 2026-03-05: 3 of 2 by 12");
      assertThat(alerts(desk, march(9), NOW)).isEmpty();
      assertThat(alerts(desk, march(9), Optional.of(FIRST)))
          .containsExactly("ABOVE_CEILING ana since 2026-03-05: 3 of 2 by 12");
    }
  }

  @Test
  void of_several_facts_the_first_since_it_is_so_is_told_once()
      throws SQLException, InterruptedException {
    try (var desk = ana()) {
      desk.record(FIRST, march(5), worksNow("p", "ana", "0.1"), aboveCeiling("ana", 3, 2));
      desk.record(FIRST, march(7), worksNow("p", "ana", "0.5"));
      desk.record(FIRST, march(9), norm(NormScope.EVERYBODY, null, 2), aboveCeiling("ana", 3, 1));
      desk.record(FIRST, march(11), worksNow("p", "ana", "0.4"), aboveCeiling("ana", 3, 1));

      assertThat(alerts(desk, march(7), NOW)).isEmpty();
      assertThat(alerts(desk, march(12), NOW))
          .containsExactly("ABOVE_CEILING ana since 2026-03-09: 3 of 1 by 15");
    }
  }

  @Test
  void an_excess_that_no_loss_of_capacity_made_is_no_alert()
      throws SQLException, InterruptedException {
    try (var desk = ana()) {
      desk.record(FIRST, march(1), norm(NormScope.EVERYBODY, null, 2));

      assertThat(alerts(desk, march(2), NOW)).isEmpty();
    }
  }

  @Test
  void who_left_open_cases_behind_is_told_from_that_day_on()
      throws SQLException, InterruptedException {
    try (var desk = ana()) {
      desk.record(FIRST, march(6), vacated("p", "ana"));
      desk.record(FIRST, march(8), closed("c1"), closed("c2"));

      assertThat(alerts(desk, march(5), NOW)).isEmpty();
      assertThat(alerts(desk, march(9), NOW))
          .containsExactly("ORPHANED ana since 2026-03-06: 1 of 0 by null");
    }
  }

  private static Desk ana() {
    var desk = new Desk().started();
    desk.record(FIRST, march(1), territory("N"), team("T", "N"), post("p", "T", "AS", "1"));
    desk.record(FIRST, march(1), filled("p", "ana", "0.5"));
    for (String caseId : List.of("c1", "c2", "c3")) {
      desk.record(FIRST, march(2), opened(caseId, "T"), assigned(caseId, "ana"));
    }
    return desk;
  }

  private static List<String> alerts(Desk desk, EffectiveDay day, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    desk.caughtUp();
    return desk.caseloads.alerts(day, asOf).known().on(day).stream()
        .map(
            it ->
                "%s %s since %s: %d of %d by %s"
                    .formatted(
                        it.code(),
                        it.professional(),
                        it.since(),
                        it.load(),
                        it.ceiling(),
                        it.position()))
        .toList();
  }
}
