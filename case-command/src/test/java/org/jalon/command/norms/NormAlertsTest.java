package org.jalon.command.norms;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.OTHER_TEAM;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.SOUTH;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.StaffFacts.EVERYBODY;
import static org.jalon.command.StaffFacts.aboveCeiling;
import static org.jalon.command.StaffFacts.ceilingOf;
import static org.jalon.command.StaffFacts.in;
import static org.jalon.command.StaffFacts.of;
import static org.jalon.command.StaffFacts.replaced;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.Specification;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AdoptNorm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lower ceiling leaves an alert for each whom it finds above it, on the first such day. */
class NormAlertsTest {

  private final Specification<AdoptNorm> staff =
      Specification.of(new AdoptingNorm())
          .given(
              fact("2020-01-01", created(NORTH)),
              fact("2020-01-01", created(SOUTH)),
              fact("2020-01-01", created(TEAM, NORTH)),
              fact("2020-01-01", created(OTHER_TEAM, SOUTH)),
              fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
              fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "CESF", "1")),
              fact("2020-01-01", filled(POST, ANA, "1")),
              fact("2020-01-01", filled(OTHER_POST, BOB, "1")));
  private final Specification<AdoptNorm> anaHasTen = staff.given(cases(10, ANA, "2026-02-01"));

  @Test
  void everybody_above_it_is_named_once() {
    anaHasTen
        .given(
            fact("2026-02-01", opened(new CaseId("b-1"), new HouseholdId("h-b"), HOUSING)),
            fact("2026-02-01", assigned(new CaseId("b-1"), BOB)),
            fact("2026-02-01", opened(new CaseId("b-2"), new HouseholdId("h-c"), HOUSING)),
            fact("2026-02-01", assigned(new CaseId("b-2"), BOB)))
        .when(ceiling(null, null, null, 1), on("2026-03-01"))
        .thenOnTheirDays(
            fact("2026-03-01", ceilingOf(EVERYBODY, 1)),
            fact("2026-03-01", aboveCeiling(ANA, 10, 1)),
            fact("2026-03-01", aboveCeiling(BOB, 2, 1)));
  }

  @Test
  void it_is_for_whom_the_norm_is_alone() {
    anaHasTen
        .when(ceiling(TEAM, null, null, 9), on("2026-03-01"))
        .thenOnTheirDays(
            fact("2026-03-01", ceilingOf(in(TEAM), 9)),
            fact("2026-03-01", aboveCeiling(ANA, 10, 9)));
    anaHasTen
        .when(ceiling(OTHER_TEAM, null, null, 9), on("2026-03-01"))
        .then(ceilingOf(in(OTHER_TEAM), 9));
    anaHasTen
        .when(ceiling(null, NORTH, null, 9), on("2026-03-01"))
        .thenOnTheirDays(
            fact("2026-03-01", ceilingOf(in(NORTH), 9)),
            fact("2026-03-01", aboveCeiling(ANA, 10, 9)));
    anaHasTen.when(ceiling(null, SOUTH, null, 9), on("2026-03-01")).then(ceilingOf(in(SOUTH), 9));
    anaHasTen
        .when(ceiling(null, null, "AS", 9), on("2026-03-01"))
        .thenOnTheirDays(
            fact("2026-03-01", ceilingOf(of("AS"), 9)),
            fact("2026-03-01", aboveCeiling(ANA, 10, 9)));
    anaHasTen.when(ceiling(null, null, "CESF", 9), on("2026-03-01")).then(ceilingOf(of("CESF"), 9));
  }

  @Test
  void a_more_specific_norm_shields_from_it() {
    anaHasTen
        .given(fact("2026-01-01", ceilingOf(in(TEAM), 12)))
        .when(ceiling(null, null, "AS", 9), on("2026-03-01"))
        .then(ceilingOf(of("AS"), 9));
  }

  @Test
  void a_norm_put_in_late_alerts_on_the_first_day_on_which_somebody_was_above() {
    anaHasTen
        .when(ceiling(null, null, null, 9), on("2026-01-01"))
        .thenOnTheirDays(
            fact("2026-01-01", ceilingOf(EVERYBODY, 9)),
            fact("2026-02-01", aboveCeiling(ANA, 10, 9)));
    anaHasTen
        .given(fact("2026-03-01", ceilingOf(EVERYBODY, 20)))
        .when(ceiling(null, null, null, 9), on("2026-01-01"))
        .thenOnTheirDays(
            fact("2026-01-01", ceilingOf(EVERYBODY, 9)),
            fact("2026-02-01", aboveCeiling(ANA, 10, 9)));
    anaHasTen
        .given(fact("2026-02-01", ceilingOf(EVERYBODY, 20)))
        .when(ceiling(null, null, null, 9), on("2026-01-01"))
        .then(ceilingOf(EVERYBODY, 9));
  }

  @Test
  void a_planned_norm_alerts_today_for_its_day() {
    anaHasTen
        .when(ceiling(null, null, null, 9), on("2027-01-01").today("2026-07-01"))
        .thenOnTheirDays(
            fact("2027-01-01", ceilingOf(EVERYBODY, 9)),
            fact("2027-01-01", aboveCeiling(ANA, 10, 9)));
  }

  @Test
  void cases_that_were_closed_by_then_do_not_count() {
    anaHasTen
        .given(fact("2026-02-15", caseClosed(new CaseId("load-1"))))
        .when(ceiling(null, null, null, 9), on("2026-03-01"))
        .then(ceilingOf(EVERYBODY, 9));
  }

  @Test
  void who_has_left_by_then_was_told_of_when_they_left() {
    anaHasTen
        .given(fact("2026-02-15", vacated(POST, ANA)))
        .when(ceiling(null, null, null, 9), on("2026-03-01"))
        .then(ceilingOf(EVERYBODY, 9));
  }

  @Test
  void who_was_above_before_or_gets_a_higher_ceiling_is_not_told_again() {
    anaHasTen
        .given(fact("2026-02-15", ceilingOf(EVERYBODY, 9)))
        .when(ceiling(null, null, null, 8), on("2026-03-01"))
        .then(ceilingOf(EVERYBODY, 8));
    anaHasTen
        .given(fact("2026-02-15", ceilingOf(EVERYBODY, 8)))
        .when(ceiling(null, null, null, 9), on("2026-03-01"))
        .then(ceilingOf(EVERYBODY, 9));
  }

  @Test
  void an_engagement_corrected_into_the_team_is_found() {
    staff
        .given(
            fact(
                "2026-06-01",
                replaced(
                    7,
                    "PostFilled",
                    EffectiveDay.of(2020, 1, 1),
                    filled(OTHER_POST, ANA, "1"),
                    "post:p-1",
                    "post:p-2",
                    "professional:ana",
                    "workforce:all")))
        .given(cases(10, ANA, "2026-02-01"))
        .when(ceiling(OTHER_TEAM, null, null, 9), on("2026-03-01"))
        .thenOnTheirDays(
            fact("2026-03-01", ceilingOf(in(OTHER_TEAM), 9)),
            fact("2026-03-01", aboveCeiling(ANA, 10, 9)));
  }

  @Test
  void the_ceiling_of_a_programme_judges_what_is_added_in_it_only() {
    anaHasTen
        .given(fact("2020-01-01", defined(HOUSING)))
        .when(new AdoptNorm(HOUSING, null, null, null, null, null, 1, null), on("2026-03-01"))
        .then(ceilingOf(in(HOUSING), 1));
  }

  private static AdoptNorm ceiling(
      @Nullable TeamId team,
      @Nullable TerritoryId territory,
      @Nullable String profession,
      int ceiling) {
    return new AdoptNorm(
        null,
        team,
        territory,
        profession == null ? null : new ProfessionId(profession),
        null,
        null,
        ceiling,
        null);
  }
}
