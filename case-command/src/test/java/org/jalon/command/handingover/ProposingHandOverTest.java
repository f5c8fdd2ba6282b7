package org.jalon.command.handingover;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.changed;
import static org.jalon.command.Facts.handOverProposed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.released;
import static org.jalon.command.Facts.reopened;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.time.LocalDate;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.ProposeHandOver;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.junit.jupiter.api.Test;

class ProposingHandOverTest {

  private static final ProposeHandOver TO_BOB = new ProposeHandOver(CASE, BOB, null, null);
  private static final HandOverProposed DONE = handOverProposed(CASE, ANA, BOB);

  private final Specification<ProposeHandOver> proposing =
      Specification.of(new ProposingHandOver());
  private final Specification<ProposeHandOver> withAna =
      proposing.given(fact("2026-01-05", opened(CASE)), fact("2026-02-01", assigned(CASE, ANA)));
  private final Specification<ProposeHandOver> asked =
      withAna.given(fact("2026-03-01", handOverProposed(CASE, ANA, ZOE)));

  @Test
  void the_referent_of_the_day_hands_over() {
    withAna.when(TO_BOB, on("2026-03-01")).then(DONE);
    withAna
        .when(
            new ProposeHandOver(CASE, BOB, LocalDate.parse("2026-03-01"), text("on leave")),
            on("2026-03-01"))
        .then(
            new HandOverProposed(CASE, ANA, BOB, LocalDate.parse("2026-03-01"), text("on leave")));
  }

  @Test
  void it_reserves_no_place_so_the_receiver_need_not_be_in_post_yet() {
    withAna.when(TO_BOB, on("2026-02-01")).then(DONE);
  }

  @Test
  void without_a_referent_there_is_nothing_to_hand_over() {
    withAna
        .when(TO_BOB, on("2026-01-31"))
        .thenRefused(CaseloadRule.NO_REFERENT)
        .about(CASE)
        .saying("2026-01-31", "AssignReferent");
  }

  @Test
  void one_hand_over_waits_at_a_time() {
    asked
        .when(TO_BOB, on("2026-03-02"))
        .thenRefused(HandOverRule.HAND_OVER_PENDING)
        .atField("caseId")
        .about(ZOE)
        .saying("zoe", "2026-03-01", "WithdrawHandOver");
  }

  @Test
  void what_was_answered_withdrawn_or_ended_with_the_mandate_waits_no_more() {
    asked
        .given(fact("2026-03-02", new HandOverDeclined(CASE, ZOE, null)))
        .when(TO_BOB, on("2026-03-02"))
        .then(DONE);
    asked
        .given(fact("2026-03-02", new HandOverWithdrawn(CASE, ZOE, null)))
        .when(TO_BOB, on("2026-03-02"))
        .then(DONE);
    asked
        .given(fact("2026-03-02", changed(CASE, ANA, ZOE, "2026-04-01")))
        .when(TO_BOB, on("2026-03-02"))
        .then(handOverProposed(CASE, ZOE, BOB));
    asked
        .given(fact("2026-03-02", released(CASE, ANA)), fact("2026-03-02", assigned(CASE, ANA)))
        .when(TO_BOB, on("2026-03-02"))
        .then(DONE);
    asked
        .given(
            fact("2026-03-02", caseClosed(CASE)),
            fact("2026-03-03", reopened(CASE)),
            fact("2026-03-03", assigned(CASE, ANA)))
        .when(TO_BOB, on("2026-03-03"))
        .then(DONE);
    proposing
        .given(accompanied(CASE, "2026-01-05"))
        .given(
            fact("2026-03-01", handOverProposed(CASE, ANA, ZOE)),
            fact("2026-03-02", accompanimentClosed(CASE)),
            fact("2026-03-02", assigned(CASE, ANA)))
        .when(TO_BOB, on("2026-03-02"))
        .then(DONE);
  }

  @Test
  void nobody_hands_over_to_themselves() {
    withAna
        .when(new ProposeHandOver(CASE, ANA, null, null), on("2026-03-01"))
        .thenRefused(CaseloadRule.REFERENT_ALREADY_ASSIGNED)
        .atField("to")
        .about(ANA)
        .saying("ana", "2026-02-01");
  }

  @Test
  void an_overlap_does_not_end_before_it_begins() {
    withAna
        .when(new ProposeHandOver(CASE, BOB, LocalDate.parse("2026-02-28"), null), on("2026-03-01"))
        .thenRefused(HandOverRule.OVERLAP_BEFORE_START)
        .atField("overlapUntil")
        .saying("2026-02-28", "2026-03-01");
  }

  @Test
  void every_reason_is_named_at_once() {
    asked
        .when(new ProposeHandOver(CASE, ANA, LocalDate.parse("2026-02-28"), null), on("2026-03-02"))
        .thenRefused(
            CaseloadRule.REFERENT_ALREADY_ASSIGNED,
            HandOverRule.HAND_OVER_PENDING,
            HandOverRule.OVERLAP_BEFORE_START);
  }

  @Test
  void a_late_proposal_does_not_cross_one_that_was_made_after() {
    asked
        .when(TO_BOB, on("2026-02-15"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("HandOverProposed", "position 3", "2026-03-01", "pending already");
    withAna
        .given(fact("2026-02-20", released(CASE, ANA)), fact("2026-02-25", assigned(CASE, ANA)))
        .given(fact("2026-03-01", handOverProposed(CASE, ANA, ZOE)))
        .when(TO_BOB, on("2026-02-15"))
        .then(DONE);
  }

  @Test
  void the_case_is_known_and_open_and_it_has_happened() {
    proposing.when(TO_BOB, on("2026-03-01")).thenRefused(CommonRule.CASE_UNKNOWN);
    withAna
        .given(fact("2026-03-01", caseClosed(CASE)))
        .when(TO_BOB, on("2026-03-01"))
        .thenRefused(CommonRule.CASE_CLOSED);
    withAna.when(TO_BOB, on("2026-07-02")).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }
}
