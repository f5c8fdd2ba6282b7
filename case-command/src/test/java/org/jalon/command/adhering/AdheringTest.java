package org.jalon.command.adhering;

import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.accompanied;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.agreed;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.proposed;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.command.RecordAdhesion;
import org.jalon.kernel.event.AccompanimentStarted;
import org.junit.jupiter.api.Test;

class AdheringTest {

  private static final ProposeAccompaniment PROPOSE = new ProposeAccompaniment(CASE);
  private static final RecordAdhesion ADHERE = new RecordAdhesion(CASE);

  private final Specification<ProposeAccompaniment> proposing =
      Specification.of(new ProposingAccompaniment());
  private final Specification<RecordAdhesion> adhering = Specification.of(new RecordingAdhesion());

  @Test
  void an_accompaniment_is_proposed_in_intake() {
    proposing
        .given(fact("2026-01-05", opened(CASE)))
        .when(PROPOSE, on("2026-01-05"))
        .then(proposed(CASE));
  }

  @Test
  void it_is_proposed_once() {
    proposing
        .given(fact("2026-01-05", opened(CASE)), fact("2026-01-06", proposed(CASE)))
        .when(PROPOSE, on("2026-01-07"))
        .thenRefused(AdheringRule.ALREADY_PROPOSED)
        .saying("record the adhesion");
  }

  @Test
  void a_running_accompaniment_is_closed_before_another_is_proposed() {
    proposing
        .given(accompanied(CASE, "2026-01-05"))
        .when(PROPOSE, on("2026-02-01"))
        .thenRefused(CommonRule.WRONG_STATE)
        .saying("close it");
  }

  @Test
  void after_a_closure_another_is_proposed_and_agreed_to_anew() {
    var again =
        proposing
            .given(accompanied(CASE, "2026-01-05"))
            .given(fact("2026-02-01", accompanimentClosed(CASE)));
    again.when(PROPOSE, on("2026-02-01")).then(proposed(CASE));
    adhering
        .given(accompanied(CASE, "2026-01-05"))
        .given(fact("2026-02-01", accompanimentClosed(CASE)))
        .when(ADHERE, on("2026-02-01"))
        .thenRefused(AdheringRule.NOT_PROPOSED);
  }

  @Test
  void the_person_agrees_to_what_was_proposed() {
    adhering
        .given(fact("2026-01-05", opened(CASE)), fact("2026-01-06", proposed(CASE)))
        .when(ADHERE, on("2026-01-06"))
        .then(agreed(CASE));
    adhering
        .given(fact("2026-01-05", opened(CASE)))
        .when(ADHERE, on("2026-01-06"))
        .thenRefused(AdheringRule.NOT_PROPOSED)
        .saying("propose it");
  }

  @Test
  void agreeing_again_changes_nothing() {
    adhering
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-06", proposed(CASE)),
            fact("2026-01-07", agreed(CASE)))
        .when(ADHERE, on("2026-01-08"))
        .thenNothing();
  }

  @Test
  void an_imported_accompaniment_can_be_agreed_to_while_it_runs() {
    adhering
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-05", new AccompanimentStarted(CASE, false)))
        .when(ADHERE, on("2026-01-08"))
        .then(agreed(CASE));
  }

  @Test
  void an_unknown_case_is_said_to_be_unknown() {
    proposing
        .given(fact("2026-01-05", opened(OTHER_CASE)))
        .when(PROPOSE, on("2026-01-05"))
        .thenRefused(CommonRule.CASE_UNKNOWN)
        .atField("caseId")
        .about(CASE);
  }

  @Test
  void nothing_is_proposed_tomorrow() {
    proposing
        .given(fact("2026-01-05", opened(CASE)))
        .when(PROPOSE, on("2026-01-07").today("2026-01-06"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void a_closed_case_takes_nothing_more() {
    proposing
        .given(fact("2026-01-05", opened(CASE)), fact("2026-02-01", caseClosed(CASE)))
        .when(PROPOSE, on("2026-02-01"))
        .thenRefused(CommonRule.CASE_CLOSED)
        .saying("c-1", "2026-02-01");
  }

  @Test
  void what_comes_late_is_put_in_where_it_belongs_and_leaves_the_rest_its_ground() {
    var closedLater =
        proposing.given(fact("2026-01-05", opened(CASE)), fact("2026-02-01", caseClosed(CASE)));
    closedLater.when(PROPOSE, on("2026-01-31")).then(proposed(CASE));
    closedLater.when(PROPOSE, on("2026-02-01")).thenRefused(CommonRule.CASE_CLOSED);
    closedLater
        .when(PROPOSE, on("2026-01-04"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("effectiveOn")
        .saying("position 1", "2026-01-05", "CaseOpened", "2026-01-04");
    proposing
        .given(fact("2026-01-05", opened(CASE)), fact("2026-02-01", proposed(CASE)))
        .when(PROPOSE, on("2026-01-20"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("effectiveOn")
        .saying("position 2", "2026-02-01", "AccompanimentProposed");
  }
}
