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
  void less_working_time_that_was_planned_before_the_cases_came_is_an_alert_from_its_day_on()
      throws SQLException, InterruptedException {
    try (var desk = ana()) {
      desk.record(FIRST, march(5), worksNow("p", "ana", "0.12"));
      assertThat(alerts(desk, march(9), NOW)).isEmpty();

      desk.record(LATER, march(4), opened("c4", "T"), assigned("c4", "ana"));
      desk.record(LATER, march(9), closed("c1"));

      assertThat(alerts(desk, march(4), NOW)).isEmpty();
      assertThat(alerts(desk, march(5), NOW))
          .containsExactly("ABOVE_CEILING ana since 2026-03-05: 4 of 3 by null");
      assertThat(alerts(desk, march(8), NOW))
          .containsExactly("ABOVE_CEILING ana since 2026-03-05: 4 of 3 by null");
      assertThat(alerts(desk, march(8), Optional.of(FIRST))).isEmpty();
      assertThat(alerts(desk, march(9), NOW)).isEmpty();
    }
  }

  @Test
  void half_a_year_ahead_twenty_cases_meet_a_ceiling_of_ten()
      throws SQLException, InterruptedException {
    try (var desk = bob()) {
      assign(desk, EffectiveDay.of(2026, 7, 1), 1, 10);
      desk.record(FIRST, EffectiveDay.of(2027, 1, 1), worksNow("q", "bob", "0.4"));
      assertThat(alerts(desk, EffectiveDay.of(2027, 1, 1), NOW)).isEmpty();

      assign(desk, EffectiveDay.of(2026, 12, 1), 11, 20);

      assertThat(alerts(desk, EffectiveDay.of(2026, 12, 31), NOW)).isEmpty();
      for (int day = 1; day <= 31; day++) {
        assertThat(alerts(desk, EffectiveDay.of(2027, 1, day), NOW))
            .containsExactly("ABOVE_CEILING bob since 2027-01-01: 20 of 10 by null");
      }
    }
  }

  @Test
  void a_norm_that_was_planned_before_the_cases_came_is_an_alert_from_its_day_on()
      throws SQLException, InterruptedException {
    try (var desk = bob()) {
      desk.record(FIRST, EffectiveDay.of(2027, 1, 1), norm(NormScope.EVERYBODY, null, 9));
      assign(desk, EffectiveDay.of(2026, 12, 1), 1, 10);

      assertThat(alerts(desk, EffectiveDay.of(2026, 12, 31), NOW)).isEmpty();
      assertThat(alerts(desk, EffectiveDay.of(2027, 2, 1), NOW))
          .containsExactly("ABOVE_CEILING bob since 2027-01-01: 10 of 9 by null");
    }
  }

  @Test
  void cases_above_the_ceiling_are_an_alert_only_once_the_ceiling_falls_too()
      throws SQLException, InterruptedException {
    try (var desk = bob()) {
      assign(desk, EffectiveDay.of(2026, 7, 1), 1, 26);
      assertThat(alerts(desk, EffectiveDay.of(2026, 9, 30), NOW)).isEmpty();

      desk.record(FIRST, EffectiveDay.of(2026, 8, 1), norm(NormScope.EVERYBODY, null, 24));

      assertThat(alerts(desk, EffectiveDay.of(2026, 7, 31), NOW)).isEmpty();
      assertThat(alerts(desk, EffectiveDay.of(2026, 9, 30), NOW))
          .containsExactly("ABOVE_CEILING bob since 2026-07-01: 26 of 24 by null");
    }
  }

  @Test
  void a_ceiling_that_fell_while_there_was_room_or_rises_makes_no_alert_of_later_cases()
      throws SQLException, InterruptedException {
    try (var desk = bob()) {
      desk.record(FIRST, EffectiveDay.of(2026, 7, 1), worksNow("q", "bob", "0.4"));
      assign(desk, EffectiveDay.of(2026, 7, 2), 1, 13);
      desk.record(FIRST, EffectiveDay.of(2026, 8, 1), worksNow("q", "bob", "0.5"));

      assertThat(alerts(desk, EffectiveDay.of(2026, 7, 31), NOW)).isEmpty();
      assertThat(alerts(desk, EffectiveDay.of(2026, 8, 1), NOW)).isEmpty();
    }
  }

  @Test
  void the_fact_is_told_rather_than_the_fall() throws SQLException, InterruptedException {
    try (var desk = bob()) {
      assign(desk, EffectiveDay.of(2026, 7, 1), 1, 10);
      desk.record(FIRST, EffectiveDay.of(2026, 8, 1), worksNow("q", "bob", "0.36"));
      desk.record(
          FIRST,
          EffectiveDay.of(2026, 8, 3),
          worksNow("q", "bob", "0.32"),
          aboveCeiling("bob", 10, 8));

      assertThat(alerts(desk, EffectiveDay.of(2026, 8, 2), NOW))
          .containsExactly("ABOVE_CEILING bob since 2026-08-01: 10 of 9 by null");
      assertThat(alerts(desk, EffectiveDay.of(2026, 8, 3), NOW))
          .containsExactly("ABOVE_CEILING bob since 2026-08-03: 10 of 8 by 27");
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
          .containsExactly(
              "ABOVE_CEILING ana since 2026-03-06: 1 of 0 by null",
              "ORPHANED ana since 2026-03-06: 1 of 0 by null");
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

  /** Bob (AS, 1.0) may have 25 open cases and has none. */
  private static Desk bob() {
    var desk = new Desk().started();
    desk.record(FIRST, march(1), territory("N"), team("T", "N"), post("q", "T", "AS", "1"));
    desk.record(FIRST, march(1), filled("q", "bob", "1"));
    return desk;
  }

  private static void assign(Desk desk, EffectiveDay day, int first, int last) {
    for (int number = first; number <= last; number++) {
      desk.record(FIRST, day, opened("b" + number, "T"), assigned("b" + number, "bob"));
    }
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
