package org.jalon.command.norms;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.SOUTH;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.anaInPost;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.StaffFacts.EVERYBODY;
import static org.jalon.command.StaffFacts.ceilingOf;
import static org.jalon.command.StaffFacts.in;
import static org.jalon.command.StaffFacts.of;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.util.List;
import org.jalon.command.caseload.NormRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AdoptNorm;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.ShareRange;
import org.jalon.kernel.norm.TimeMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdoptingNormTest {

  private static final ShareRange INTAKE = new ShareRange(TimeMode.INTAKE, 40, 50);
  private static final ShareRange GROUPS = new ShareRange(TimeMode.COLLECTIVE, 10, 20);

  private final Specification<AdoptNorm> adopting = Specification.of(new AdoptingNorm());

  @Test
  void a_norm_states_what_it_changes_and_for_whom() {
    adopting.when(values(18, 21, 24), on("2026-03-01")).then(norm(EVERYBODY, 18, 21, 24));
    adopting.when(values(18, null, null), on("2026-03-01")).then(norm(EVERYBODY, 18, null, null));
    adopting
        .when(shares(INTAKE, GROUPS), on("2026-03-01"))
        .then(new NormAdopted(EVERYBODY, null, null, null, List.of(INTAKE, GROUPS)));
    adopting
        .given(
            fact("2026-01-01", created(NORTH)),
            fact("2026-01-01", created(TEAM, NORTH)),
            fact("2026-01-01", defined(HOUSING)))
        .when(
            new AdoptNorm(HOUSING, TEAM, NORTH, new ProfessionId("AS"), null, null, 30, null),
            on("2026-03-01"))
        .then(ceilingOf(new NormScope(HOUSING, TEAM, NORTH, new ProfessionId("AS")), 30));
  }

  @Test
  void it_is_for_somebody_who_is_known_on_that_day() {
    var known =
        adopting.given(
            fact("2026-01-01", created(NORTH)),
            fact("2026-01-01", created(TEAM, NORTH)),
            fact("2026-01-01", defined(HOUSING)));
    var all = new AdoptNorm(HOUSING, TEAM, NORTH, null, null, null, 30, null);
    for (Specification<AdoptNorm> unknown : List.of(adopting, known)) {
      unknown
          .when(all, on("2025-12-31"))
          .thenRefused(
              CommonRule.PROGRAMME_UNKNOWN, CommonRule.TEAM_UNKNOWN, CommonRule.TERRITORY_UNKNOWN)
          .atField("programme", "team", "territory")
          .about(HOUSING, TEAM, NORTH)
          .saying("2025-12-31", "CreateTeam", "CreateTerritory");
    }
    known
        .when(forTerritory(SOUTH, 30), on("2026-03-01"))
        .thenRefused(CommonRule.TERRITORY_UNKNOWN)
        .about(SOUTH);
    adopting
        .when(forProgramme(POLYVALENCE, 30), on("2026-03-01"))
        .then(ceilingOf(in(POLYVALENCE), 30));
    adopting.when(forProfession("AMP", 30), on("2026-03-01")).then(ceilingOf(of("AMP"), 30));
  }

  @Test
  void it_states_something() {
    adopting
        .when(values(null, null, null), on("2026-03-01"))
        .thenRefused(NormRule.NORM_EMPTY)
        .saying("standard, alert, ceiling or shares");
    adopting.when(shares(), on("2026-03-01")).thenRefused(NormRule.NORM_EMPTY);
  }

  @Test
  void each_value_is_from_1_to_1000() {
    adopting.when(values(1, 1, 1), on("2026-03-01")).then(norm(EVERYBODY, 1, 1, 1));
    adopting
        .when(values(1000, 1000, 1000), on("2026-03-01"))
        .then(norm(EVERYBODY, 1000, 1000, 1000));
    adopting
        .when(values(0, null, null), on("2026-03-01"))
        .thenRefused(NormRule.NORM_OUT_OF_RANGE)
        .atField("standard")
        .saying("standard 0 is not from 1 to 1000");
    adopting
        .when(values(null, null, 1001), on("2026-03-01"))
        .thenRefused(NormRule.NORM_OUT_OF_RANGE)
        .atField("ceiling");
    adopting
        .when(values(null, -1, null), on("2026-03-01"))
        .thenRefused(NormRule.NORM_OUT_OF_RANGE)
        .atField("alert");
  }

  @Test
  void standard_alert_and_ceiling_rise_as_far_as_they_are_stated() {
    adopting
        .when(values(22, 21, 20), on("2026-03-01"))
        .thenRefused(NormRule.NORM_OUT_OF_RANGE, NormRule.NORM_OUT_OF_RANGE)
        .atField("standard", "alert")
        .saying("standard 22 is above the alert 21", "alert 21 is above the ceiling 20");
    adopting
        .when(values(26, null, 25), on("2026-03-01"))
        .thenRefused(NormRule.NORM_OUT_OF_RANGE)
        .atField("standard")
        .saying("standard 26 is above the ceiling 25");
    adopting.when(values(30, null, null), on("2026-03-01")).then(norm(EVERYBODY, 30, null, null));
  }

  @Test
  void shares_are_percentages_that_leave_room_for_each_other() {
    adopting
        .when(shares(new ShareRange(TimeMode.INTAKE, 0, 100)), on("2026-03-01"))
        .then(
            new NormAdopted(
                EVERYBODY, null, null, null, List.of(new ShareRange(TimeMode.INTAKE, 0, 100))));
    refusedShares("INTAKE, -1 to 50", new ShareRange(TimeMode.INTAKE, -1, 50));
    refusedShares("INTAKE, 40 to 101", new ShareRange(TimeMode.INTAKE, 40, 101));
    refusedShares("minimum 50 above maximum 40", new ShareRange(TimeMode.INTAKE, 50, 40));
    refusedShares("INTAKE has 2 shares", INTAKE, GROUPS, INTAKE);
    refusedShares(
        "101 percent",
        new ShareRange(TimeMode.INTAKE, 40, 50),
        new ShareRange(TimeMode.ACCOMPANIMENT, 41, 50),
        new ShareRange(TimeMode.COLLECTIVE, 20, 50));
    var full = new ShareRange(TimeMode.ACCOMPANIMENT, 50, 60);
    adopting
        .when(shares(INTAKE, GROUPS, full), on("2026-03-01"))
        .then(new NormAdopted(EVERYBODY, null, null, null, List.of(INTAKE, GROUPS, full)));
  }

  @Test
  void every_fault_is_told_at_once() {
    adopting
        .when(
            new AdoptNorm(null, TEAM, null, null, 0, null, null, List.of(INTAKE, INTAKE)),
            on("2028-07-02").today("2026-07-01"))
        .thenRefused(
            NormRule.NORM_OUT_OF_RANGE,
            NormRule.SHARES_OUT_OF_RANGE,
            CommonRule.EFFECTIVE_IN_FUTURE,
            CommonRule.TEAM_UNKNOWN);
  }

  @Test
  void it_is_dated_back_or_24_months_ahead_at_most() {
    adopting.when(values(18, null, null), on("1950-01-01")).then(norm(EVERYBODY, 18, null, null));
    adopting
        .when(values(18, null, null), on("2028-07-01").today("2026-07-01"))
        .then(norm(EVERYBODY, 18, null, null));
    adopting
        .when(values(18, null, null), on("2028-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void the_same_norm_again_is_nothing_to_do() {
    var adopted = adopting.given(fact("2026-03-01", norm(EVERYBODY, 18, 21, 24)));
    adopted.when(values(18, 21, 24), on("2026-03-01")).thenNothing();
    adopted.when(values(18, null, null), on("2026-05-01")).thenNothing();
    adopted.when(values(18, 21, 24), on("2026-02-28")).then(norm(EVERYBODY, 18, 21, 24));
    adopted.when(values(18, 21, 25), on("2026-03-01")).then(norm(EVERYBODY, 18, 21, 25));
    adopted.when(forProfession("AS", 24), on("2026-03-01")).then(ceilingOf(of("AS"), 24));
    adopted
        .given(fact("2026-04-01", norm(EVERYBODY, 17, null, null)))
        .when(values(18, null, null), on("2026-05-01"))
        .then(norm(EVERYBODY, 18, null, null));
    adopting
        .given(
            fact(
                "2026-03-01",
                new NormAdopted(EVERYBODY, null, null, null, List.of(INTAKE, GROUPS))))
        .when(shares(GROUPS), on("2026-03-01"))
        .thenNothing();
  }

  @Test
  void the_shipped_values_may_be_adopted_too() {
    adopting.when(values(20, 22, 25), on("2026-03-01")).then(norm(EVERYBODY, 20, 22, 25));
  }

  @Test
  void who_is_within_the_new_ceiling_leaves_no_alert() {
    adopting
        .given(anaInPost("1"))
        .given(cases(10, ANA, "2026-02-01"))
        .when(values(null, null, 10), on("2026-03-01"))
        .then(ceilingOf(EVERYBODY, 10));
  }

  private void refusedShares(String message, ShareRange... shares) {
    adopting
        .when(shares(shares), on("2026-03-01"))
        .thenRefused(NormRule.SHARES_OUT_OF_RANGE)
        .atField("shares")
        .saying(message);
  }

  private static AdoptNorm values(
      @Nullable Integer standard, @Nullable Integer alert, @Nullable Integer ceiling) {
    return new AdoptNorm(null, null, null, null, standard, alert, ceiling, null);
  }

  private static AdoptNorm shares(ShareRange... shares) {
    return new AdoptNorm(null, null, null, null, null, null, null, List.of(shares));
  }

  private static AdoptNorm forProgramme(ProgrammeId programme, int ceiling) {
    return new AdoptNorm(programme, null, null, null, null, null, ceiling, null);
  }

  private static AdoptNorm forTerritory(TerritoryId territory, int ceiling) {
    return new AdoptNorm(null, null, territory, null, null, null, ceiling, null);
  }

  private static AdoptNorm forProfession(String profession, int ceiling) {
    return new AdoptNorm(null, null, null, new ProfessionId(profession), null, null, ceiling, null);
  }

  private static NormAdopted norm(
      NormScope scope,
      @Nullable Integer standard,
      @Nullable Integer alert,
      @Nullable Integer ceiling) {
    return new NormAdopted(scope, standard, alert, ceiling, List.of());
  }
}
