package org.jalon.command.workforce;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.OTHER_TEAM;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.anaInPost;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.Facts.works;
import static org.jalon.command.StaffFacts.aboveCeiling;
import static org.jalon.command.StaffFacts.ceilingOf;
import static org.jalon.command.StaffFacts.in;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.time.LocalDate;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.command.ChangeWorkingTime;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.event.ReferentChanged;
import org.junit.jupiter.api.Test;

/** Less capacity is never refused: whom it leaves above the ceiling is named, with the day. */
class CapacityAlertsTest {

  private static final VacatePost LEAVE = new VacatePost(POST, ANA);

  private final Specification<VacatePost> leaving =
      Specification.of(new VacatingPost()).given(anaInPost("1"));
  private final Specification<ChangeWorkingTime> changing =
      Specification.of(new ChangingWorkingTime()).given(anaInPost("1"));

  @Test
  void who_leaves_cases_behind_is_above_a_ceiling_of_none() {
    leaving
        .given(cases(3, ANA, "2026-02-01"))
        .when(LEAVE, on("2026-03-01"))
        .then(vacated(POST, ANA), aboveCeiling(ANA, 3, 0));
    leaving.when(LEAVE, on("2026-03-01")).then(vacated(POST, ANA));
  }

  @Test
  void less_working_time_lowers_the_ceiling_at_that_rate() {
    var thirteen = changing.given(cases(13, ANA, "2026-02-01"));
    thirteen.when(to("0.52"), on("2026-03-01")).then(works(ANA, POST, "0.52"));
    thirteen
        .when(to("0.5"), on("2026-03-01"))
        .then(works(ANA, POST, "0.5"), aboveCeiling(ANA, 13, 12));
  }

  @Test
  void more_working_time_leaves_no_alert_even_where_it_is_not_enough() {
    changing
        .given(fact("2026-01-15", works(ANA, POST, "0.2")))
        .given(cases(13, ANA, "2026-02-01"))
        .when(to("0.4"), on("2026-03-01"))
        .then(works(ANA, POST, "0.4"));
  }

  @Test
  void who_was_above_before_is_not_told_again() {
    changing
        .given(fact("2026-01-15", works(ANA, POST, "0.4")))
        .given(cases(13, ANA, "2026-02-01"))
        .when(to("0.2"), on("2026-03-01"))
        .then(works(ANA, POST, "0.2"));
  }

  @Test
  void a_planned_departure_alerts_for_its_day() {
    leaving
        .given(cases(3, ANA, "2026-02-01"))
        .when(LEAVE, on("2027-01-01").today("2026-07-01"))
        .then(vacated(POST, ANA), aboveCeiling(ANA, 3, 0));
  }

  @Test
  void put_in_late_it_alerts_on_the_first_day_that_was_above() {
    changing
        .given(cases(10, ANA, "2026-02-01"))
        .given(
            fact("2026-04-01", opened(new CaseId("x-1"), new HouseholdId("h-x"), POLYVALENCE)),
            fact("2026-04-01", assigned(new CaseId("x-1"), ANA)))
        .when(to("0.4"), on("2026-01-01"))
        .thenOnTheirDays(
            fact("2026-01-01", works(ANA, POST, "0.4")),
            fact("2026-04-01", aboveCeiling(ANA, 11, 10)));
  }

  @Test
  void it_ends_where_working_time_is_known_again() {
    changing
        .given(fact("2026-03-01", works(ANA, POST, "0.8")))
        .given(cases(13, ANA, "2026-04-01"))
        .when(to("0.4"), on("2026-01-01"))
        .then(works(ANA, POST, "0.4"));
  }

  @Test
  void cases_closed_or_handed_over_by_then_do_not_count() {
    leaving
        .given(cases(2, ANA, "2026-02-01"))
        .given(
            fact("2026-02-15", caseClosed(new CaseId("load-1"))),
            fact(
                "2026-02-20",
                new ReferentChanged(new CaseId("load-2"), ANA, BOB, LocalDate.of(2026, 3, 22))))
        .when(LEAVE, on("2026-03-01"))
        .then(vacated(POST, ANA));
  }

  @Test
  void what_is_worked_elsewhere_still_counts() {
    leaving
        .given(
            fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
            fact("2020-06-01", works(ANA, POST, "0.5")),
            fact("2020-06-01", filled(OTHER_POST, ANA, "0.5")))
        .given(cases(12, ANA, "2026-02-01"))
        .when(LEAVE, on("2026-03-01"))
        .then(vacated(POST, ANA));
  }

  @Test
  void the_ceiling_is_that_of_the_norms_in_force() {
    leaving
        .given(
            fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
            fact("2020-06-01", works(ANA, POST, "0.5")),
            fact("2020-06-01", filled(OTHER_POST, ANA, "0.5")),
            fact("2026-03-10", ceilingOf(in(OTHER_TEAM), 20)))
        .given(cases(12, ANA, "2026-02-01"))
        .when(LEAVE, on("2026-03-01"))
        .thenOnTheirDays(
            fact("2026-03-01", vacated(POST, ANA)), fact("2026-03-10", aboveCeiling(ANA, 12, 10)));
  }

  private static ChangeWorkingTime to(String fte) {
    return new ChangeWorkingTime(POST, ANA, fte(fte));
  }
}
