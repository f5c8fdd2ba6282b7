package org.jalon.command.workforce;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.filledFor;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.StaffFacts.annulled;
import static org.jalon.command.StaffFacts.replaced;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.command.VacatePost;
import org.junit.jupiter.api.Test;

/** Facts of posts are tried by putting them in and reading on, rectified entries replaced. */
class StaffTimelineTest {

  private final Specification<FillPost> filling =
      Specification.of(new FillingPost())
          .given(
              fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")),
              fact("2026-01-01", postOpened(OTHER_POST, TEAM, "AS", "1")));
  private final Specification<VacatePost> leaving =
      Specification.of(new VacatingPost())
          .given(
              fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")),
              fact("2026-02-01", filled(POST, BOB, "1")));

  @Test
  void who_came_back_before_is_found_again_after_a_departure_put_in_late() {
    leaving
        .given(fact("2026-05-01", vacated(POST, BOB)), fact("2026-06-01", filled(POST, BOB, "1")))
        .when(new VacatePost(POST, BOB), on("2026-07-01"))
        .then(vacated(POST, BOB));
    leaving
        .given(fact("2026-05-01", vacated(POST, BOB)), fact("2026-06-01", filled(POST, BOB, "1")))
        .when(new VacatePost(POST, BOB), on("2026-04-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("effectiveOn")
        .saying("PostVacated", "position 3", "2026-05-01", "bob would not hold post p-1");
  }

  @Test
  void a_gap_between_two_recorded_times_is_filled_as_far_as_it_goes() {
    filling
        .given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact("2026-04-01", vacated(POST, BOB)),
            fact("2026-06-01", filled(POST, ZOE, "1")))
        .when(new FillPost(POST, ANA, fte("1"), null), on("2026-04-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("2026-06-01");
  }

  @Test
  void an_annulled_engagement_leaves_the_post_free() {
    filling
        .given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact(
                "2026-06-01",
                annulled(3, "PostFilled", "post:p-1", "professional:bob", "workforce:all")))
        .when(new FillPost(POST, ANA, fte("1"), null), on("2026-03-01"))
        .then(filled(POST, ANA, "1"));
  }

  @Test
  void an_engagement_that_was_meant_for_another_post_is_read_whole() {
    var corrected =
        filling.given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact(
                "2026-06-01",
                replaced(
                    3,
                    "PostFilled",
                    EffectiveDay.of(2026, 2, 1),
                    filled(OTHER_POST, ZOE, "1"),
                    "post:p-1",
                    "post:p-2",
                    "professional:bob",
                    "professional:zoe",
                    "workforce:all")));
    corrected
        .when(new FillPost(POST, ZOE, fte("0.5"), null), on("2026-03-01"))
        .thenRefused(WorkforceRule.OVER_FULL_TIME);
    corrected
        .when(new FillPost(OTHER_POST, ANA, fte("0.5"), null), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED);
    corrected
        .when(new FillPost(POST, BOB, fte("1"), null), on("2026-03-01"))
        .then(filled(POST, BOB, "1"));
  }

  @Test
  void who_leaves_a_post_that_was_corrected_into_theirs_is_found() {
    leaving
        .given(
            fact("2026-01-01", postOpened(OTHER_POST, TEAM, "AS", "1")),
            fact(
                "2026-06-01",
                replaced(
                    2,
                    "PostFilled",
                    EffectiveDay.of(2026, 2, 1),
                    filled(OTHER_POST, ANA, "1"),
                    "post:p-1",
                    "post:p-2",
                    "professional:ana",
                    "professional:bob",
                    "workforce:all")))
        .when(new VacatePost(OTHER_POST, ANA), on("2026-07-01"))
        .then(vacated(OTHER_POST, ANA));
  }

  @Test
  void the_id_of_an_annulled_post_is_free_again() {
    Specification.of(new OpeningPost())
        .given(
            fact("2026-01-01", created(TEAM, NORTH)),
            fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")),
            fact("2026-02-01", annulled(2, "PostOpened", "post:p-1", "workforce:all")))
        .when(new OpenPost(POST, TEAM, new ProfessionId("CESF"), fte("1")), on("2026-03-01"))
        .then(postOpened(POST, TEAM, "CESF", "1"));
  }

  @Test
  void a_substitute_who_leaves_hands_their_place_on() {
    var chain =
        leaving.given(
            fact("2026-03-01", filledFor(BOB, POST, ZOE, "1")),
            fact("2026-04-01", filledFor(ZOE, POST, ANA, "1")));
    chain.when(new VacatePost(POST, ZOE), on("2026-05-01")).then(vacated(POST, ZOE));
    chain.when(new VacatePost(POST, BOB), on("2026-05-01")).then(vacated(POST, BOB));
    chain
        .when(new VacatePost(POST, ZOE), on("2026-03-15"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .atField("professional")
        .saying("p-1", "filled with 2", "2026-04-01");
  }

  @Test
  void what_was_overfilled_before_hinders_nobody_else() {
    filling
        .given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact("2026-02-01", filled(POST, ZOE, "1")),
            fact("2026-03-01", vacated(POST, BOB)),
            fact("2026-04-01", vacated(POST, ZOE)))
        .when(new FillPost(POST, ANA, fte("1"), null), on("2026-04-01"))
        .then(filled(POST, ANA, "1"));
  }
}
