package org.jalon.command.opening;

import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.HOUSEHOLD;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.event.CaseOpened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningCaseTest {

  private final Specification<OpenCase> opening = Specification.of(new OpeningCase());

  @Test
  void a_household_enters_the_programme_that_is_there_from_the_start() {
    opening.when(open(POLYVALENCE), on("2026-02-01")).then(opened(CASE));
  }

  @Test
  void a_team_that_exists_follows_the_case() {
    opening
        .given(fact("2026-01-01", created(TEAM, NORTH)))
        .when(open(POLYVALENCE, TEAM), on("2026-01-01"))
        .then(new CaseOpened(CASE, HOUSEHOLD, POLYVALENCE, TEAM));
  }

  @Test
  void a_team_that_does_not_exist_yet_follows_no_case() {
    opening
        .given(fact("2026-03-01", created(TEAM, NORTH)))
        .when(open(POLYVALENCE, TEAM), on("2026-02-28"))
        .thenRefused(CommonRule.TEAM_UNKNOWN)
        .atField("team")
        .saying("t-1", "2026-02-28", "CreateTeam");
  }

  @Test
  void an_id_is_taken_once_even_by_a_closed_case_of_another_household() {
    opening
        .given(
            fact("2025-01-01", opened(CASE, new HouseholdId("h-9"), POLYVALENCE)),
            fact("2025-02-01", caseClosed(CASE)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .thenRefused(CommonRule.CASE_ID_TAKEN)
        .atField("caseId")
        .about(CASE);
  }

  @Test
  void nobody_opens_a_case_that_will_be_opened() {
    opening
        .when(open(POLYVALENCE), on("2026-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE)
        .atField("effectiveOn")
        .saying("2026-07-02", "2026-07-01");
    opening.when(open(POLYVALENCE), on("2026-07-01").today("2026-07-01")).then(opened(CASE));
  }

  @Test
  void a_programme_is_unknown_before_its_definition() {
    opening
        .given(fact("2026-02-01", defined(HOUSING)))
        .when(open(HOUSING), on("2026-01-31"))
        .thenRefused(CommonRule.PROGRAMME_UNKNOWN)
        .atField("programme")
        .saying("housing", "2026-01-31");
    opening
        .given(fact("2026-02-01", defined(HOUSING)))
        .when(open(HOUSING), on("2026-02-01"))
        .then(opened(CASE, HOUSEHOLD, HOUSING));
  }

  @Test
  void a_later_definition_does_not_take_the_programme_away_before() {
    opening
        .given(
            fact("2026-05-01", defined(POLYVALENCE, "AS")),
            fact("2024-01-01", defined(HOUSING)),
            fact("2026-05-01", defined(HOUSING, "AS")))
        .when(open(HOUSING), on("2026-01-31"))
        .then(opened(CASE, HOUSEHOLD, HOUSING));
    opening
        .given(fact("2026-05-01", defined(POLYVALENCE, "AS")))
        .when(open(POLYVALENCE), on("2026-01-31"))
        .then(opened(CASE));
  }

  @Test
  void one_open_case_per_household_and_programme() {
    opening
        .given(fact("2026-01-05", opened(OTHER_CASE)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN)
        .atField("household")
        .about(OTHER_CASE)
        .saying("h-1", "c-2", "polyvalence", "close it first");
  }

  @Test
  void another_programme_or_another_household_is_another_passage() {
    opening
        .given(
            fact("2026-01-01", defined(HOUSING)),
            fact("2026-01-05", opened(OTHER_CASE, HOUSEHOLD, HOUSING)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .then(opened(CASE));
    opening
        .given(fact("2026-01-05", opened(OTHER_CASE, new HouseholdId("h-9"), POLYVALENCE)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .then(opened(CASE));
  }

  @Test
  void a_case_closed_on_that_very_day_leaves_room() {
    opening
        .given(fact("2026-01-05", opened(OTHER_CASE)), fact("2026-02-01", caseClosed(OTHER_CASE)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .then(opened(CASE));
  }

  @Test
  void a_back_dated_opening_overlaps_no_earlier_case_that_was_still_open() {
    opening
        .given(fact("2026-01-05", opened(OTHER_CASE)), fact("2026-02-01", caseClosed(OTHER_CASE)))
        .when(open(POLYVALENCE), on("2026-01-31"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
  }

  @Test
  void a_back_dated_opening_overlaps_no_later_case_even_a_closed_one() {
    opening
        .given(fact("2026-03-01", opened(OTHER_CASE)), fact("2026-04-01", caseClosed(OTHER_CASE)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
  }

  @Test
  void a_case_opened_and_closed_on_one_day_was_open_at_the_end_of_none() {
    opening
        .given(fact("2026-03-01", opened(OTHER_CASE)), fact("2026-03-01", caseClosed(OTHER_CASE)))
        .when(open(POLYVALENCE), on("2026-02-01"))
        .then(opened(CASE));
  }

  @Test
  void every_reason_is_named_at_once() {
    opening
        .given(fact("2026-01-05", opened(CASE)), fact("2026-01-05", opened(OTHER_CASE)))
        .when(
            new OpenCase(CASE, HOUSEHOLD, POLYVALENCE, new TeamId("nowhere")),
            on("2027-01-01").today("2026-07-01"))
        .thenRefused(
            CommonRule.EFFECTIVE_IN_FUTURE,
            CommonRule.CASE_ID_TAKEN,
            CommonRule.TEAM_UNKNOWN,
            CommonRule.CASE_ALREADY_OPEN);
  }

  private static OpenCase open(ProgrammeId programme) {
    return open(programme, null);
  }

  private static OpenCase open(ProgrammeId programme, @Nullable TeamId team) {
    return new OpenCase(CASE, HOUSEHOLD, programme, team);
  }
}
