package org.jalon.command.assigning;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.HEAD_POST;
import static org.jalon.command.Facts.HOUSEHOLD;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.OTHER_TEAM;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.SOUTH;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.among;
import static org.jalon.command.Facts.anaInPost;
import static org.jalon.command.Facts.annulled;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.bobInPost;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.ceilingOf;
import static org.jalon.command.Facts.changed;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.openedIn;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.proposed;
import static org.jalon.command.Facts.replaced;
import static org.jalon.command.Facts.text;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.Facts.works;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.util.List;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.norm.NormScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssigningReferentTest {

  private static final AssignReferent ASSIGN = new AssignReferent(CASE, ANA, null);
  private static final ReferentAssigned DONE = assigned(CASE, ANA);
  private static final Narrative WHY = text("nobody else speaks the language");
  private static final CaseId FIRST_LOAD = new CaseId("load-1");

  private final Specification<AssignReferent> assigning = Specification.of(new AssigningReferent());
  private final Specification<AssignReferent> anaHere =
      assigning.given(anaInPost("1")).given(fact("2026-01-05", opened(CASE)));

  @Test
  void a_professional_in_post_becomes_referent() {
    anaHere.when(ASSIGN, on("2026-01-05")).then(DONE);
  }

  @Test
  void a_case_has_one_referent() {
    anaHere
        .given(fact("2026-01-06", assigned(CASE, BOB)))
        .when(ASSIGN, on("2026-01-07"))
        .thenRefused(CaseloadRule.REFERENT_ALREADY_ASSIGNED)
        .about(BOB)
        .saying("bob", "2026-01-06");
    anaHere
        .given(fact("2026-01-06", assigned(CASE, ANA)))
        .when(ASSIGN, on("2026-01-07"))
        .thenRefused(CaseloadRule.REFERENT_ALREADY_ASSIGNED);
  }

  @Test
  void a_second_accompaniment_gets_its_own_referent() {
    assigning
        .given(anaInPost("1"))
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(ASSIGN, on("2026-02-01"))
        .then(DONE);
  }

  @Test
  void who_holds_no_post_on_that_day_cannot_pilot() {
    var opened = assigning.given(fact("2026-01-05", opened(CASE)));
    opened.when(ASSIGN, on("2026-01-05")).thenRefused(CaseloadRule.NOT_IN_POST).about(ANA);
    var comes =
        opened.given(
            fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
            fact("2026-02-01", filled(POST, ANA, "1")),
            fact("2026-05-01", vacated(POST, ANA)));
    comes.when(ASSIGN, on("2026-01-31")).thenRefused(CaseloadRule.NOT_IN_POST);
    comes.when(ASSIGN, on("2026-02-01").today("2026-03-01")).then(DONE);
    comes
        .when(ASSIGN, on("2026-05-01"))
        .thenRefused(CaseloadRule.NOT_IN_POST)
        .saying("ana", "2026-05-01", "FillPost");
  }

  @Test
  void the_programme_says_which_professions_pilot() {
    var clerk =
        assigning.given(
            fact("2020-01-01", postOpened(POST, TEAM, "SMS", "1")),
            fact("2020-01-01", filled(POST, ANA, "1")),
            fact("2026-01-01", defined(HOUSING)));
    clerk
        .given(fact("2026-01-05", opened(CASE)))
        .when(ASSIGN, on("2026-01-05"))
        .thenRefused(CaseloadRule.PROFESSION_NOT_ALLOWED)
        .saying("ana", "polyvalence");
    clerk
        .given(fact("2026-01-05", opened(CASE, HOUSEHOLD, HOUSING)))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
  }

  @Test
  void one_post_of_an_admitted_profession_is_enough() {
    assigning
        .given(
            fact("2020-01-01", postOpened(POST, TEAM, "SMS", "1")),
            fact("2020-01-01", filled(POST, ANA, "0.5")),
            fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "CESF", "1")),
            fact("2020-01-01", filled(OTHER_POST, ANA, "0.5")),
            fact("2026-01-05", opened(CASE)))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
  }

  @ParameterizedTest(name = "at FTE {0} the ceiling is {1}")
  @CsvSource({"1, 25", "0.8, 20", "0.5, 12", "0.1, 2", "0.04, 1", "0.0001, 1"})
  void the_ceiling_is_the_floor_of_25_per_fte_and_at_least_one(String fte, int ceiling) {
    var open = assigning.given(anaInPost(fte)).given(fact("2026-01-05", opened(CASE)));
    open.given(cases(ceiling - 1, ANA, "2026-01-01")).when(ASSIGN, on("2026-01-05")).then(DONE);
    open.given(cases(ceiling, ANA, "2026-01-01"))
        .when(ASSIGN, on("2026-01-05"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .about(ANA)
        .saying(
            "%d open cases on 2026-01-05".formatted(ceiling + 1),
            "FTE %s is %d".formatted(fte, ceiling),
            "head of service");
  }

  @Test
  void several_posts_add_up_before_the_floor() {
    assigning
        .given(anaInPost("0.5"))
        .given(
            fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
            fact("2020-01-01", filled(OTHER_POST, ANA, "0.5")),
            fact("2026-01-05", opened(CASE)))
        .given(cases(24, ANA, "2026-01-01"))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
  }

  @Test
  void a_case_that_never_started_counts_and_those_of_others_do_not() {
    anaHere.given(cases(25, BOB, "2026-01-01")).when(ASSIGN, on("2026-01-05")).then(DONE);
    anaHere
        .given(cases(24, ANA, "2026-01-01"))
        .given(
            fact("2026-01-01", opened(OTHER_CASE, new HouseholdId("h-2"), POLYVALENCE)),
            fact("2026-01-05", assigned(OTHER_CASE, ANA)))
        .when(ASSIGN, on("2026-01-05"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
  }

  @Test
  void what_ends_on_that_very_day_leaves_a_place() {
    var full = anaHere.given(cases(25, ANA, "2026-01-01"));
    full.given(fact("2026-02-01", caseClosed(FIRST_LOAD)))
        .when(ASSIGN, on("2026-02-01"))
        .then(DONE);
    full.given(fact("2026-02-01", accompanimentClosed(FIRST_LOAD)))
        .when(ASSIGN, on("2026-02-01"))
        .then(DONE);
    full.given(fact("2026-02-01", caseClosed(FIRST_LOAD)))
        .when(ASSIGN, on("2026-01-31"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("2026-01-31");
  }

  @Test
  void a_back_dated_assignment_answers_for_every_day_up_to_today() {
    var full =
        anaHere
            .given(cases(24, ANA, "2026-01-01"))
            .given(
                fact("2026-03-01", opened(OTHER_CASE, new HouseholdId("h-2"), POLYVALENCE)),
                fact("2026-03-01", assigned(OTHER_CASE, ANA)));
    full.when(ASSIGN, on("2026-02-01").today("2026-02-28")).then(DONE);
    full.when(ASSIGN, on("2026-02-01").today("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("26 open cases on 2026-03-01");
  }

  @Test
  void part_time_from_a_day_on_lowers_the_ceiling_from_that_day_on() {
    var lower =
        anaHere
            .given(cases(20, ANA, "2026-01-01"))
            .given(fact("2026-04-01", works(ANA, POST, "0.8")));
    lower.when(ASSIGN, on("2026-03-01").today("2026-03-31")).then(DONE);
    lower
        .when(ASSIGN, on("2026-03-01").today("2026-04-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("21 open cases on 2026-04-01", "FTE 0.8 is 20");
  }

  @Test
  void a_planned_departure_refuses_nothing_before_it_comes() {
    var leaves = anaHere.given(fact("2026-09-01", vacated(POST, ANA)));
    leaves.when(ASSIGN, on("2026-07-01").today("2026-07-01")).then(DONE);
    leaves
        .when(ASSIGN, on("2026-07-01").today("2026-09-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("2026-09-01", "FTE 0 is 0");
  }

  @Test
  void a_head_of_the_team_admits_one_more() {
    full(TEAM).given(head(TEAM)).when(override(ZOE), on("2026-02-01")).then(DONE, overridden(ZOE));
  }

  @Test
  void a_head_of_another_team_of_the_territory_admits_one_more() {
    full(TEAM)
        .given(head(OTHER_TEAM))
        .given(territories(NORTH, NORTH))
        .when(override(ZOE), on("2026-02-01"))
        .then(DONE, overridden(ZOE));
    full(TEAM)
        .given(head(OTHER_TEAM))
        .given(territories(NORTH, SOUTH))
        .when(override(ZOE), on("2026-02-01"))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED)
        .about(ZOE)
        .saying("zoe", "2026-02-01", "approvedBy");
  }

  @Test
  void without_a_team_of_the_case_the_team_of_the_referent_decides() {
    var full = anaHere.given(cases(25, ANA, "2026-01-01"));
    full.given(head(TEAM)).when(override(ZOE), on("2026-02-01")).then(DONE, overridden(ZOE));
    full.given(head(OTHER_TEAM))
        .given(territories(NORTH, NORTH))
        .when(override(ZOE), on("2026-02-01"))
        .then(DONE, overridden(ZOE));
  }

  @Test
  void the_team_of_the_case_decides_even_if_the_referent_sits_elsewhere() {
    full(OTHER_TEAM)
        .given(head(TEAM))
        .given(territories(NORTH, SOUTH))
        .when(override(ZOE), on("2026-02-01"))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED);
    full(OTHER_TEAM)
        .given(head(OTHER_TEAM))
        .when(override(ZOE), on("2026-02-01"))
        .then(DONE, overridden(ZOE));
  }

  @Test
  void nobody_but_a_head_in_post_on_that_day_admits() {
    full(TEAM)
        .given(
            fact("2020-01-01", postOpened(HEAD_POST, TEAM, "AS", "1")),
            fact("2020-01-01", filled(HEAD_POST, ZOE, "1")))
        .when(override(ZOE), on("2026-02-01"))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED);
    full(TEAM)
        .given(head(TEAM))
        .given(fact("2026-02-01", vacated(HEAD_POST, ZOE)))
        .when(override(ZOE), on("2026-02-01"))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED);
  }

  @Test
  void the_actor_approves_unless_somebody_else_is_named() {
    var byActor = new AssignReferent(CASE, ANA, new Override(WHY, null));
    full(TEAM)
        .given(head(TEAM))
        .when(byActor, on("2026-02-01").by(ZOE))
        .then(DONE, overridden(ZOE));
    full(TEAM)
        .given(head(TEAM))
        .when(byActor, on("2026-02-01").by(BOB))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED)
        .about(BOB);
  }

  @Test
  void an_override_that_is_not_needed_leaves_no_trace() {
    anaHere.when(override(BOB), on("2026-02-01")).then(DONE);
  }

  @Test
  void every_reason_is_named_at_once() {
    anaHere
        .given(fact("2026-01-06", assigned(CASE, BOB)))
        .given(cases(25, ANA, "2026-01-01"))
        .when(ASSIGN, on("2026-02-01"))
        .thenRefused(CaseloadRule.REFERENT_ALREADY_ASSIGNED, CaseloadRule.CASELOAD_CEILING_REACHED);
  }

  @Test
  void the_case_is_known_and_open_and_it_has_happened() {
    assigning
        .given(anaInPost("1"))
        .when(ASSIGN, on("2026-02-01"))
        .thenRefused(CommonRule.CASE_UNKNOWN);
    anaHere
        .given(fact("2026-01-06", caseClosed(CASE)))
        .when(ASSIGN, on("2026-02-01"))
        .thenRefused(CommonRule.CASE_CLOSED);
    anaHere
        .when(ASSIGN, on("2026-01-04"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("2026-01-04", "position 3", "2026-01-05");
    anaHere
        .when(ASSIGN, on("2026-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void a_late_assignment_is_put_in_where_it_belongs() {
    anaHere.given(fact("2026-03-01", proposed(CASE))).when(ASSIGN, on("2026-02-28")).then(DONE);
    anaHere
        .given(fact("2026-03-01", assigned(CASE, BOB)))
        .when(ASSIGN, on("2026-02-28"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("effectiveOn")
        .saying("ReferentAssigned", "position 4", "2026-03-01", "rectify");
  }

  @Test
  void a_case_that_closed_again_counts_on_its_own_days_only() {
    var closedAgain =
        anaHere.given(fact("2026-02-01", caseClosed(CASE))).given(cases(25, ANA, "2026-02-01"));
    closedAgain.when(ASSIGN, on("2026-01-10")).then(DONE);
    anaHere
        .given(fact("2026-02-01", caseClosed(CASE)))
        .given(cases(25, ANA, "2026-01-31"))
        .when(ASSIGN, on("2026-01-10"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("26 open cases on 2026-01-31");
  }

  @Test
  void a_place_that_came_free_since_makes_nothing_good_before() {
    var freed =
        anaHere
            .given(cases(25, ANA, "2026-01-01"))
            .given(fact("2026-03-01", caseClosed(FIRST_LOAD)));
    freed
        .when(ASSIGN, on("2026-02-28"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("26 open cases on 2026-02-28");
    freed.when(ASSIGN, on("2026-03-01")).then(DONE);
  }

  @Test
  void the_ceiling_of_a_norm_holds_while_it_is_in_force() {
    var norms =
        anaHere
            .given(cases(20, ANA, "2026-01-01"))
            .given(fact("2026-03-01", ceilingOf(20)), fact("2026-04-01", ceilingOf(25)));
    norms.when(ASSIGN, on("2026-02-01").today("2026-02-28")).then(DONE);
    norms
        .when(ASSIGN, on("2026-02-01").today("2026-07-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("21 open cases on 2026-03-01", "FTE 1 is 20");
    norms
        .when(ASSIGN, on("2026-03-31").today("2026-03-31"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
    norms.when(ASSIGN, on("2026-04-01").today("2026-07-01")).then(DONE);
  }

  @Test
  void what_is_planned_after_today_refuses_nothing_yet() {
    var planned =
        anaHere
            .given(cases(20, ANA, "2026-01-01"))
            .given(fact("2026-07-02", works(ANA, POST, "0.5")), fact("2026-08-01", ceilingOf(5)));
    planned.when(ASSIGN, on("2026-02-01").today("2026-07-01")).then(DONE);
    planned
        .when(ASSIGN, on("2026-02-01").today("2026-07-02"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("2026-07-02", "FTE 0.5 is 12");
  }

  @Test
  void days_above_the_ceiling_refuse_only_what_adds_to_them() {
    anaHere
        .given(cases(30, ANA, "2026-01-01"))
        .when(ASSIGN, on("2026-01-20"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("31 open cases on 2026-01-20");
    assigning
        .given(anaInPost("1"))
        .given(fact("2026-03-01", works(ANA, POST, "0.04")))
        .given(cases(24, ANA, "2026-01-01"))
        .given(fact("2026-01-05", opened(CASE)), fact("2026-02-01", caseClosed(CASE)))
        .when(ASSIGN, on("2026-01-20"))
        .then(DONE);
  }

  @Test
  void a_case_handed_over_late_before_its_closure_counts_with_both_on_their_own_days() {
    var handedOver =
        assigning
            .given(anaInPost("0.04"))
            .given(bobInPost("0.04"))
            .given(
                fact("2026-01-05", opened(CASE)),
                fact("2026-01-05", opened(OTHER_CASE, new HouseholdId("h-2"), POLYVALENCE)),
                fact("2026-01-05", assigned(OTHER_CASE, ANA)),
                fact("2026-03-01", caseClosed(OTHER_CASE)),
                fact("2026-02-01", changed(OTHER_CASE, ANA, BOB, "2026-03-03")));
    var toBob = new AssignReferent(CASE, BOB, null);
    for (String full : List.of("2026-01-31", "2026-02-01", "2026-02-28")) {
      handedOver
          .when(toBob, on(full))
          .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
          .about(BOB)
          .saying("2 open cases");
    }
    handedOver.when(toBob, on("2026-01-31").today("2026-01-31")).then(assigned(CASE, BOB));
    handedOver.when(toBob, on("2026-03-01")).then(assigned(CASE, BOB));
    handedOver
        .when(ASSIGN, on("2026-01-31").today("2026-01-31"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
    handedOver.when(ASSIGN, on("2026-02-01")).then(DONE);
  }

  @Test
  void what_is_corrected_later_moves_the_load_with_it() {
    ReferentChanged late = changed(OTHER_CASE, ANA, BOB, "2026-03-03");
    var handedOver =
        assigning
            .given(
                fact("2026-01-05", opened(OTHER_CASE, new HouseholdId("h-2"), POLYVALENCE)),
                fact("2026-01-05", assigned(OTHER_CASE, ANA)),
                fact("2026-03-01", caseClosed(OTHER_CASE)),
                fact("2026-02-01", late),
                fact("2026-01-05", opened(CASE)))
            .given(anaInPost("0.04"))
            .given(bobInPost("0.04"));
    var toBob = new AssignReferent(CASE, BOB, null);
    handedOver
        .given(fact("2026-04-01", annulled(3, caseClosed(OTHER_CASE))))
        .when(toBob, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("2 open cases on 2026-03-01");
    var undone = handedOver.given(fact("2026-04-01", annulled(4, late)));
    undone.when(toBob, on("2026-02-01")).then(assigned(CASE, BOB));
    undone
        .when(ASSIGN, on("2026-02-28"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("2 open cases on 2026-02-28");
    undone.when(ASSIGN, on("2026-03-01")).then(DONE);
  }

  @Test
  void the_ceiling_is_that_of_the_programme_and_the_territory() {
    var ten = anaHere.given(cases(10, ANA, "2026-01-01")).given(territories(NORTH, SOUTH));
    ten.given(fact("2026-01-01", ceilingIn(null, NORTH, 10)))
        .when(ASSIGN, on("2026-01-05"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("FTE 1 is 10");
    ten.given(fact("2026-01-01", ceilingIn(null, SOUTH, 10)))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
    ten.given(fact("2026-01-01", ceilingIn(POLYVALENCE, null, 10)))
        .when(ASSIGN, on("2026-01-05"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
    ten.given(fact("2026-01-01", ceilingIn(HOUSING, null, 10)))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
    ten.given(
            fact("2026-01-01", ceilingIn(null, NORTH, 10)),
            fact("2026-01-01", ceilingIn(POLYVALENCE, null, 11)))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
  }

  @Test
  void a_mandate_that_never_was_takes_no_place() {
    ReferentAssigned slip = assigned(FIRST_LOAD, ANA);
    var full = assigning.given(cases(25, ANA, "2026-01-01")).given(anaInPost("1"));
    full.given(fact("2026-01-05", opened(CASE)))
        .given(fact("2026-05-01", annulled(2, slip)))
        .when(ASSIGN, on("2026-01-05"))
        .then(DONE);
  }

  @Test
  void a_mandate_that_was_another_ones_takes_a_place_with_them() {
    var corrected =
        assigning
            .given(cases(1, ANA, "2026-01-01"))
            .given(anaInPost("0.04"))
            .given(bobInPost("0.04"))
            .given(fact("2026-01-05", opened(CASE)))
            .given(
                fact(
                    "2026-05-01",
                    replaced(
                        2, assigned(FIRST_LOAD, ANA), "2026-01-01", assigned(FIRST_LOAD, BOB))));
    corrected.when(ASSIGN, on("2026-01-05")).then(DONE);
    corrected
        .when(new AssignReferent(CASE, BOB, null), on("2026-01-05"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
  }

  private static NormAdopted ceilingIn(
      @Nullable ProgrammeId programme, @Nullable TerritoryId territory, int perFte) {
    return new NormAdopted(
        new NormScope(programme, null, territory, null), null, null, perFte, List.of());
  }

  private static AssignReferent override(ProfessionalId approver) {
    return new AssignReferent(CASE, ANA, new Override(WHY, new ActorId(approver.value())));
  }

  private static CaseloadCeilingOverridden overridden(ProfessionalId approver) {
    return new CaseloadCeilingOverridden(CASE, ANA, 26, 25, new ActorId(approver.value()), WHY);
  }

  private Specification<AssignReferent> full(TeamId team) {
    return assigning
        .given(anaInPost("1"))
        .given(fact("2026-01-05", openedIn(team, CASE)))
        .given(cases(25, ANA, "2026-01-01"));
  }

  private static List<Specification.Given> head(TeamId team) {
    return among(
        "2020-01-01", postOpened(HEAD_POST, team, "HEAD", "1"), filled(HEAD_POST, ZOE, "1"));
  }

  private static List<Specification.Given> territories(TerritoryId ofTeam, TerritoryId ofOther) {
    return among("2020-01-01", created(TEAM, ofTeam), created(OTHER_TEAM, ofOther));
  }
}
