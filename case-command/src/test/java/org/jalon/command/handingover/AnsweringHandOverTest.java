package org.jalon.command.handingover;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.changed;
import static org.jalon.command.Facts.handOverProposed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.released;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.util.List;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.command.decision.Specification.Given;
import org.jalon.kernel.command.DeclineHandOver;
import org.jalon.kernel.command.WithdrawHandOver;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.junit.jupiter.api.Test;

class AnsweringHandOverTest {

  private static final DeclineHandOver NO = new DeclineHandOver(CASE, text("too far away"));
  private static final WithdrawHandOver BACK = new WithdrawHandOver(CASE, text("Ana stays"));
  private static final HandOverDeclined DECLINED =
      new HandOverDeclined(CASE, BOB, text("too far away"));
  private static final HandOverWithdrawn WITHDRAWN =
      new HandOverWithdrawn(CASE, BOB, text("Ana stays"));
  private static final List<Given> ASKED =
      List.of(
          fact("2026-01-05", opened(CASE)),
          fact("2026-02-01", assigned(CASE, ANA)),
          fact("2026-03-01", handOverProposed(CASE, ANA, BOB)));

  private final Specification<DeclineHandOver> declining =
      Specification.of(new DecliningHandOver());
  private final Specification<WithdrawHandOver> withdrawing =
      Specification.of(new WithdrawingHandOver());

  @Test
  void who_was_asked_says_no() {
    declining.given(ASKED).when(NO, on("2026-03-01").by(BOB)).then(DECLINED);
    declining.given(ASKED).when(NO, on("2026-04-01")).then(DECLINED);
  }

  @Test
  void nobody_else_says_no_for_them() {
    for (Object other : List.of(ANA, ZOE)) {
      declining
          .given(ASKED)
          .when(NO, on("2026-03-02").by(other))
          .thenRefused(HandOverRule.NOT_RECEIVER)
          .about(other)
          .saying(other.toString(), "bob", "WithdrawHandOver");
    }
  }

  @Test
  void a_proposal_is_taken_back_by_whoever_works_on_the_case() {
    withdrawing.given(ASKED).when(BACK, on("2026-03-02").by(ANA)).then(WITHDRAWN);
    withdrawing.given(ASKED).when(BACK, on("2026-03-02").by(ZOE)).then(WITHDRAWN);
  }

  @Test
  void only_what_waits_on_that_day_is_answered() {
    declining
        .given(ASKED)
        .when(NO, on("2026-02-28").by(BOB))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING)
        .about(CASE)
        .saying("2026-02-28", "ProposeHandOver");
    withdrawing
        .given(ASKED)
        .when(BACK, on("2026-02-28"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
    var released = fact("2026-03-02", released(CASE, ANA));
    declining
        .given(ASKED)
        .given(released)
        .when(NO, on("2026-03-02"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
    withdrawing
        .given(ASKED)
        .given(released)
        .when(BACK, on("2026-03-02"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
    withdrawing
        .given(ASKED)
        .given(fact("2026-03-02", new HandOverDeclined(CASE, BOB, null)))
        .when(BACK, on("2026-03-02"))
        .thenRefused(HandOverRule.NO_HAND_OVER_PENDING);
  }

  @Test
  void a_late_answer_takes_no_ground_from_another() {
    declining
        .given(ASKED)
        .given(fact("2026-04-01", new HandOverWithdrawn(CASE, BOB, null)))
        .when(NO, on("2026-03-15"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("HandOverWithdrawn", "position 4", "2026-04-01");
    withdrawing
        .given(ASKED)
        .given(fact("2026-04-01", new HandOverDeclined(CASE, BOB, null)))
        .when(BACK, on("2026-03-15"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT);
    withdrawing
        .given(ASKED)
        .given(fact("2026-04-01", changed(CASE, ANA, ZOE, "2026-05-01")))
        .when(BACK, on("2026-03-15"))
        .then(WITHDRAWN);
  }

  @Test
  void the_case_is_open() {
    var closed = fact("2026-03-02", caseClosed(CASE));
    declining
        .given(ASKED)
        .given(closed)
        .when(NO, on("2026-03-02"))
        .thenRefused(CommonRule.CASE_CLOSED);
    withdrawing
        .given(ASKED)
        .given(closed)
        .when(BACK, on("2026-03-02"))
        .thenRefused(CommonRule.CASE_CLOSED);
    declining.when(NO, on("2026-03-02")).thenRefused(CommonRule.CASE_UNKNOWN);
    withdrawing.when(BACK, on("2026-03-02")).thenRefused(CommonRule.CASE_UNKNOWN);
  }
}
