package org.jalon.command.handingover;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.HEAD_POST;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.among;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.bobInPost;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.changed;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.handOverProposed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.openedIn;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.released;
import static org.jalon.command.Facts.text;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.Facts.works;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.time.LocalDate;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.command.AcceptHandOver;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.ReferentChanged;
import org.junit.jupiter.api.Test;

class AcceptingHandOverTest {

  private static final AcceptHandOver YES = new AcceptHandOver(CASE, null);
  private static final Narrative WHY = text("they know the family");

  private final Specification<AcceptHandOver> accepting = Specification.of(new AcceptingHandOver());
  private final Specification<AcceptHandOver> nobodyInPost =
      accepting.given(
          fact("2026-01-05", openedIn(TEAM, CASE)),
          fact("2026-02-01", assigned(CASE, ANA)),
          fact("2026-03-01", handOverProposed(CASE, ANA, BOB)));
  private final Specification<AcceptHandOver> asked = nobodyInPost.given(bobInPost("1"));

  @Test
  void who_was_asked_becomes_the_referent_and_the_former_keeps_access_for_30_days() {
    asked.when(YES, on("2026-03-10").by(BOB)).then(changed(CASE, ANA, BOB, "2026-04-09"));
    asked.when(YES, on("2026-03-01")).then(changed(CASE, ANA, BOB, "2026-03-31"));
  }

  @Test
  void an_overlap_that_was_proposed_holds_even_if_it_is_over() {
    var until =
        accepting
            .given(bobInPost("1"))
            .given(
                fact("2026-01-05", opened(CASE)),
                fact("2026-02-01", assigned(CASE, ANA)),
                fact(
                    "2026-03-01",
                    new HandOverProposed(CASE, ANA, BOB, LocalDate.parse("2026-03-15"), null)));
    until.when(YES, on("2026-03-10")).then(changed(CASE, ANA, BOB, "2026-03-15"));
    until.when(YES, on("2026-03-20")).then(changed(CASE, ANA, BOB, "2026-03-15"));
  }

  @Test
  void nobody_else_accepts_for_them() {
    asked
        .when(YES, on("2026-03-10").by(ANA))
        .thenRefused(HandOverRule.NOT_RECEIVER)
        .about(ANA)
        .saying("ana", "bob");
  }

  @Test
  void only_what_waits_on_that_day_is_accepted() {
    asked
        .when(YES, on("2026-02-28").by(BOB))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING)
        .about(CASE);
    asked
        .given(fact("2026-03-05", new HandOverDeclined(CASE, BOB, null)))
        .when(YES, on("2026-03-10"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
    asked
        .given(fact("2026-03-05", released(CASE, ANA)), fact("2026-03-06", assigned(CASE, ANA)))
        .when(YES, on("2026-03-10"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
    asked
        .given(fact("2026-03-05", changed(CASE, ANA, ZOE, "2026-04-04")))
        .when(YES, on("2026-03-10"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
  }

  @Test
  void the_receiver_is_in_post_on_the_day_of_the_acceptance() {
    nobodyInPost
        .when(YES, on("2026-03-10"))
        .thenRefused(CaseloadRule.NOT_IN_POST)
        .about(BOB)
        .saying("bob", "2026-03-10");
    nobodyInPost
        .given(
            fact("2026-03-01", postOpened(OTHER_POST, TEAM, "AS", "1")),
            fact("2026-03-05", filled(OTHER_POST, BOB, "1")))
        .when(YES, on("2026-03-05"))
        .then(changed(CASE, ANA, BOB, "2026-04-04"));
    asked
        .given(fact("2026-03-05", vacated(OTHER_POST, BOB)))
        .when(YES, on("2026-03-05"))
        .thenRefused(CaseloadRule.NOT_IN_POST);
  }

  @Test
  void of_a_profession_that_the_programme_admits() {
    nobodyInPost
        .given(
            fact("2020-01-01", postOpened(OTHER_POST, TEAM, "SMS", "1")),
            fact("2020-01-01", filled(OTHER_POST, BOB, "1")))
        .when(YES, on("2026-03-10"))
        .thenRefused(CaseloadRule.PROFESSION_NOT_ALLOWED)
        .saying("bob", "polyvalence");
  }

  @Test
  void a_proposal_reserved_no_place() {
    asked.given(cases(24, BOB, "2026-03-05")).when(YES, on("2026-03-10")).then(taken());
    asked
        .given(cases(25, BOB, "2026-03-05"))
        .when(YES, on("2026-03-10"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .about(BOB)
        .saying("26 open cases on 2026-03-10", "FTE 1 is 25");
  }

  @Test
  void the_receiver_has_a_place_on_every_day_up_to_today() {
    var full = asked.given(cases(25, BOB, "2026-05-01"));
    full.when(YES, on("2026-03-10").today("2026-04-30")).then(taken());
    full.when(YES, on("2026-03-10").today("2026-05-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("26 open cases on 2026-05-01");
    var partTime = asked.given(cases(20, BOB, "2026-01-01"));
    partTime
        .given(fact("2026-07-02", works(BOB, OTHER_POST, "0.8")))
        .when(YES, on("2026-03-10"))
        .then(taken());
    partTime
        .given(fact("2026-07-01", works(BOB, OTHER_POST, "0.8")))
        .when(YES, on("2026-03-10"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("2026-07-01", "FTE 0.8 is 20");
  }

  @Test
  void a_late_acceptance_before_the_closure_counts_until_the_closure() {
    var closed = asked.given(fact("2026-05-01", caseClosed(CASE)));
    closed.when(YES, on("2026-03-10")).then(taken());
    closed.given(cases(25, BOB, "2026-05-01")).when(YES, on("2026-03-10")).then(taken());
    closed
        .given(cases(25, BOB, "2026-04-30"))
        .when(YES, on("2026-03-10"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("26 open cases on 2026-04-30");
    closed.when(YES, on("2026-05-01")).thenRefused(CommonRule.CASE_CLOSED);
  }

  @Test
  void a_late_acceptance_takes_no_ground_from_another_answer() {
    asked
        .given(fact("2026-04-01", new HandOverDeclined(CASE, BOB, null)))
        .when(YES, on("2026-03-10"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("HandOverDeclined", "2026-04-01", "pending");
    asked
        .given(fact("2026-04-01", changed(CASE, ANA, ZOE, "2026-05-01")))
        .when(YES, on("2026-03-10"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("ReferentChanged", "ana would not be referent");
  }

  @Test
  void a_head_of_service_admits_one_more() {
    var full =
        asked
            .given(cases(25, BOB, "2026-01-01"))
            .given(
                among(
                    "2020-01-01",
                    postOpened(HEAD_POST, TEAM, "HEAD", "1"),
                    filled(HEAD_POST, ZOE, "1")));
    full.when(override("zoe"), on("2026-03-10").by(BOB)).then(taken(), admitted());
    full.when(override("bob"), on("2026-03-10").by(BOB))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED)
        .about(BOB);
    asked.when(override("bob"), on("2026-03-10").by(BOB)).then(taken());
  }

  @Test
  void the_case_is_known_and_it_has_happened() {
    accepting.when(YES, on("2026-03-10")).thenRefused(CommonRule.CASE_UNKNOWN);
    asked.when(YES, on("2026-07-02")).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  private static ReferentChanged taken() {
    return changed(CASE, ANA, BOB, "2026-04-09");
  }

  private static AcceptHandOver override(String approver) {
    return new AcceptHandOver(CASE, new Override(WHY, new ActorId(approver)));
  }

  private static CaseloadCeilingOverridden admitted() {
    return new CaseloadCeilingOverridden(CASE, BOB, 26, 25, new ActorId("zoe"), WHY);
  }
}
