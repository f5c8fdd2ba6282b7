package org.jalon.command.workforce;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.OTHER_TEAM;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.filledFor;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.resized;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.Facts.works;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.FillPost;
import org.junit.jupiter.api.Test;

class FillingPostTest {

  private final Specification<FillPost> filling = Specification.of(new FillingPost());
  private final Specification<FillPost> vacant =
      filling.given(fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")));

  @Test
  void a_vacant_post_is_filled_from_its_first_day_on() {
    vacant.when(fill(ANA, "1"), on("2026-01-01")).then(filled(POST, ANA, "1"));
    vacant
        .when(fill(ANA, "1"), on("2025-12-31"))
        .thenRefused(WorkforceRule.POST_UNKNOWN)
        .saying("p-1", "2025-12-31", "OpenPost");
    filling.when(fill(ANA, "1"), on("2026-01-01")).thenRefused(WorkforceRule.POST_UNKNOWN);
  }

  @Test
  void it_is_planned_24_months_ahead_at_most() {
    vacant.when(fill(ANA, "1"), on("2028-07-01").today("2026-07-01")).then(filled(POST, ANA, "1"));
    vacant
        .when(fill(ANA, "1"), on("2028-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void two_share_a_post_up_to_its_fte() {
    var half = vacant.given(fact("2026-02-01", filled(POST, BOB, "0.6")));
    half.when(fill(ANA, "0.4"), on("2026-02-01")).then(filled(POST, ANA, "0.4"));
    half.when(fill(ANA, "0.5"), on("2026-02-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .atField("fte")
        .about(POST)
        .saying("FTE 1, of which 0.6 is filled on 2026-02-01", "FTE 0.5 does not fit");
  }

  @Test
  void somebody_who_comes_later_needs_their_place() {
    vacant
        .given(fact("2026-09-01", filled(POST, BOB, "1")))
        .when(fill(ANA, "1"), on("2026-02-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("2026-09-01");
  }

  @Test
  void who_leaves_on_that_very_day_leaves_room() {
    var leaves =
        vacant.given(
            fact("2026-02-01", filled(POST, BOB, "1")), fact("2026-06-01", vacated(POST, BOB)));
    leaves.when(fill(ANA, "1"), on("2026-06-01")).then(filled(POST, ANA, "1"));
    leaves.when(fill(ANA, "1"), on("2026-05-31")).thenRefused(WorkforceRule.POST_OVERFILLED);
  }

  @Test
  void a_smaller_budget_or_more_working_time_later_counts() {
    vacant
        .given(fact("2026-09-01", resized(POST, "0.5")))
        .when(fill(ANA, "1"), on("2026-02-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("FTE 0.5, of which 0 is filled on 2026-09-01");
    vacant
        .given(
            fact("2026-02-01", filled(POST, BOB, "0.5")),
            fact("2026-09-01", works(BOB, POST, "0.8")))
        .when(fill(ANA, "0.5"), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("0.8 is filled on 2026-09-01");
    vacant
        .given(fact("2026-09-01", resized(POST, "2")), fact("2026-02-01", filled(POST, BOB, "1")))
        .when(fill(ANA, "1"), on("2026-09-01"))
        .then(filled(POST, ANA, "1"));
  }

  @Test
  void a_substitute_takes_the_place_of_whom_they_replace() {
    var bobHere = vacant.given(fact("2026-02-01", filled(POST, BOB, "1")));
    bobHere.when(replace(BOB, ANA, "1"), on("2026-03-01")).then(filledFor(BOB, POST, ANA, "1"));
    bobHere
        .when(replace(ZOE, ANA, "1"), on("2026-03-01"))
        .thenRefused(WorkforceRule.NOT_IN_POST, WorkforceRule.POST_OVERFILLED)
        .atField("replaces", "fte")
        .about(ZOE, POST);
  }

  @Test
  void who_replaces_nobody_any_more_fills_a_place() {
    var left =
        vacant.given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact("2026-03-01", filledFor(BOB, POST, ANA, "1")),
            fact("2026-04-01", vacated(POST, BOB)));
    left.when(fill(ZOE, "1"), on("2026-04-01")).thenRefused(WorkforceRule.POST_OVERFILLED);
    left.given(fact("2026-05-01", vacated(POST, ANA)))
        .when(fill(ZOE, "1"), on("2026-05-01"))
        .then(filled(POST, ZOE, "1"));
  }

  @Test
  void a_substitute_works_no_more_than_the_post_leaves_free() {
    var shared =
        vacant.given(
            fact("2026-02-01", filled(POST, BOB, "0.5")),
            fact("2026-02-01", filled(POST, ZOE, "0.5")));
    shared.when(replace(BOB, ANA, "0.5"), on("2026-03-01")).then(filledFor(BOB, POST, ANA, "0.5"));
    shared
        .when(replace(BOB, ANA, "0.6"), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED);
  }

  @Test
  void a_substitute_is_replaced_in_turn_even_by_who_came_back() {
    var chain =
        vacant.given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact("2026-03-01", filledFor(BOB, POST, ZOE, "1")));
    chain.when(replace(ZOE, ANA, "1"), on("2026-04-01")).then(filledFor(ZOE, POST, ANA, "1"));
    chain
        .given(
            fact("2026-05-01", vacated(POST, BOB)),
            fact("2026-06-01", filledFor(ZOE, POST, BOB, "1")))
        .when(fill(ANA, "0.1"), on("2026-06-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("of which 1 is filled");
  }

  @Test
  void nobody_replaces_themselves() {
    vacant
        .given(fact("2026-02-01", filled(POST, ANA, "0.4")))
        .when(replace(ANA, ANA, "0.4"), on("2026-03-01"))
        .thenRefused(WorkforceRule.ALREADY_IN_POST);
  }

  @Test
  void nobody_works_more_than_full_time_across_posts_on_any_later_day() {
    var elsewhere =
        vacant.given(
            fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
            fact("2020-01-01", filled(OTHER_POST, ANA, "0.5")));
    elsewhere.when(fill(ANA, "0.5"), on("2026-02-01")).then(filled(POST, ANA, "0.5"));
    elsewhere
        .when(fill(ANA, "0.6"), on("2026-02-01"))
        .thenRefused(WorkforceRule.OVER_FULL_TIME)
        .atField("fte")
        .about(ANA)
        .saying("ana works 0.5 on 2026-02-01", "FTE 0.6", "split it");
    elsewhere
        .given(fact("2026-10-01", works(ANA, OTHER_POST, "0.8")))
        .when(fill(ANA, "0.5"), on("2026-02-01"))
        .thenRefused(WorkforceRule.OVER_FULL_TIME)
        .saying("ana works 0.8 on 2026-10-01");
  }

  @Test
  void a_substitute_too_works_full_time_at_most() {
    vacant
        .given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
            fact("2020-01-01", filled(OTHER_POST, ANA, "0.5")))
        .when(replace(BOB, ANA, "1"), on("2026-03-01"))
        .thenRefused(WorkforceRule.OVER_FULL_TIME);
  }

  @Test
  void nobody_holds_a_post_twice_at_a_time() {
    vacant
        .given(fact("2026-02-01", filled(POST, ANA, "0.4")))
        .when(fill(ANA, "0.4"), on("2026-03-01"))
        .thenRefused(WorkforceRule.ALREADY_IN_POST)
        .about(ANA)
        .saying("2026-02-01", "vacate");
    var planned = vacant.given(fact("2026-09-01", filled(POST, ANA, "0.4")));
    planned.when(fill(ANA, "0.4"), on("2026-03-01")).thenRefused(WorkforceRule.ALREADY_IN_POST);
    vacant
        .given(fact("2026-02-01", filled(POST, ANA, "0.4")), fact("2026-03-01", vacated(POST, ANA)))
        .when(fill(ANA, "0.4"), on("2026-03-01"))
        .then(filled(POST, ANA, "0.4"));
  }

  private static FillPost fill(ProfessionalId who, String fte) {
    return fill(POST, who, fte);
  }

  private static FillPost fill(PostId post, ProfessionalId who, String fte) {
    return new FillPost(post, who, fte(fte), null);
  }

  private static FillPost replace(ProfessionalId replaced, ProfessionalId who, String fte) {
    return new FillPost(POST, who, fte(fte), replaced);
  }
}
