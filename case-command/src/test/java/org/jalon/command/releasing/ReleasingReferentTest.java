package org.jalon.command.releasing;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.changed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.released;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.ReleaseReferent;
import org.jalon.kernel.event.ReferentReleased;
import org.junit.jupiter.api.Test;

class ReleasingReferentTest {

  private static final ReleaseReferent RELEASE = new ReleaseReferent(CASE, text("moves away"));
  private static final ReferentReleased DONE = new ReferentReleased(CASE, ANA, text("moves away"));

  private final Specification<ReleaseReferent> releasing =
      Specification.of(new ReleasingReferent());
  private final Specification<ReleaseReferent> withAna =
      releasing.given(fact("2026-01-05", opened(CASE)), fact("2026-02-01", assigned(CASE, ANA)));

  @Test
  void a_referent_gives_the_case_back() {
    withAna.when(RELEASE, on("2026-03-01")).then(DONE);
    withAna.when(RELEASE, on("2026-02-01")).then(DONE);
  }

  @Test
  void also_while_an_accompaniment_runs() {
    releasing.given(accompanied(CASE, "2026-01-05")).when(RELEASE, on("2026-03-01")).then(DONE);
  }

  @Test
  void somebody_must_be_referent_on_that_day() {
    withAna
        .when(RELEASE, on("2026-01-31"))
        .thenRefused(CaseloadRule.NO_REFERENT)
        .atField("caseId")
        .about(CASE)
        .saying("c-1", "2026-01-31", "AssignReferent");
    withAna
        .given(fact("2026-03-01", released(CASE, ANA)))
        .when(RELEASE, on("2026-03-01"))
        .thenRefused(CaseloadRule.NO_REFERENT);
    releasing
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-03-01", accompanimentClosed(CASE)))
        .when(RELEASE, on("2026-03-01"))
        .thenRefused(CaseloadRule.NO_REFERENT);
  }

  @Test
  void a_late_release_takes_no_ground_from_what_came_after() {
    withAna
        .given(fact("2026-04-01", changed(CASE, ANA, BOB, "2026-05-01")))
        .when(RELEASE, on("2026-03-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("ReferentChanged", "position 3", "2026-04-01", "ana would not be referent");
    withAna.given(fact("2026-05-01", caseClosed(CASE))).when(RELEASE, on("2026-03-01")).then(DONE);
  }

  @Test
  void an_accompaniment_does_not_start_without_the_referent_it_started_with() {
    releasing
        .given(fact("2026-01-01", opened(CASE)), fact("2026-01-02", assigned(CASE, ANA)))
        .given(accompanied(CASE, "2026-01-05").stream().filter(g -> starts(g)).toList())
        .when(RELEASE, on("2026-01-03"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("AccompanimentStarted", "REFERENT");
  }

  private static boolean starts(Specification.Given given) {
    return !given.event().equals(opened(CASE)) && !given.event().equals(assigned(CASE, ANA));
  }

  @Test
  void the_case_is_known_and_open_and_it_has_happened() {
    releasing.when(RELEASE, on("2026-03-01")).thenRefused(CommonRule.CASE_UNKNOWN);
    withAna
        .given(fact("2026-03-01", caseClosed(CASE)))
        .when(RELEASE, on("2026-03-01"))
        .thenRefused(CommonRule.CASE_CLOSED);
    withAna.when(RELEASE, on("2026-07-02")).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }
}
