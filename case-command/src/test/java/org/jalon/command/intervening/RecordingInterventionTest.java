package org.jalon.command.intervening;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.INTERVENTION;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.intervened;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.proposed;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Term;
import org.jalon.kernel.command.RecordIntervention;
import org.jalon.kernel.event.ContactInitiator;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.junit.jupiter.api.Test;

class RecordingInterventionTest {

  private static final RecordIntervention RECORD =
      new RecordIntervention(CASE, INTERVENTION, ANA, Mode.INTAKE, null, null, null, null, null);

  private final Specification<RecordIntervention> open =
      Specification.of(new RecordingIntervention()).given(fact("2026-01-05", opened(CASE)));
  private final Specification<RecordIntervention> closed =
      open.given(fact("2026-03-01", caseClosed(CASE)));

  @Test
  void all_that_was_said_is_kept() {
    open.when(
            new RecordIntervention(
                CASE,
                INTERVENTION,
                BOB,
                Mode.ACCOMPANIMENT,
                new Minutes(45),
                ContactInitiator.PERSON,
                new Term("housing"),
                new Term("visit"),
                text("all is well")),
            on("2026-01-05"))
        .then(
            new InterventionRecorded(
                CASE,
                INTERVENTION,
                BOB,
                Mode.ACCOMPANIMENT,
                new Minutes(45),
                ContactInitiator.PERSON,
                new Term("housing"),
                new Term("visit"),
                text("all is well")));
  }

  @Test
  void people_record_late_between_facts_and_after_the_closure() {
    open.given(fact("2026-02-01", proposed(CASE)), fact("2026-02-02", assigned(CASE, ANA)))
        .when(RECORD, on("2026-01-10"))
        .then(intervened(CASE, INTERVENTION));
    closed.when(RECORD, on("2026-02-28")).then(intervened(CASE, INTERVENTION));
  }

  @Test
  void the_day_of_the_closure_is_the_last() {
    closed.when(RECORD, on("2026-03-01")).then(intervened(CASE, INTERVENTION));
    closed
        .when(RECORD, on("2026-03-02"))
        .thenRefused(CommonRule.CASE_CLOSED)
        .atField("effectiveOn")
        .saying("2026-03-02", "2026-03-01");
  }

  @Test
  void the_day_of_the_opening_is_the_first() {
    open.when(RECORD, on("2026-01-05")).then(intervened(CASE, INTERVENTION));
    open.when(RECORD, on("2026-01-04"))
        .thenRefused(InterveningRule.CASE_NOT_OPEN_YET)
        .atField("effectiveOn")
        .saying("2026-01-04", "2026-01-05");
  }

  @Test
  void an_id_is_unique_within_its_case() {
    open.given(fact("2026-01-06", intervened(CASE, INTERVENTION)))
        .when(RECORD, on("2026-01-04"))
        .thenRefused(InterveningRule.INTERVENTION_ID_TAKEN, InterveningRule.CASE_NOT_OPEN_YET);
    open.given(fact("2026-01-06", intervened(OTHER_CASE, INTERVENTION)))
        .when(RECORD, on("2026-01-06"))
        .then(intervened(CASE, INTERVENTION));
  }

  @Test
  void nothing_is_recorded_before_it_is_done_or_without_a_case() {
    open.when(RECORD, on("2026-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
    Specification.of(new RecordingIntervention())
        .given(fact("2026-01-05", opened(OTHER_CASE)))
        .when(RECORD, on("2026-01-06"))
        .thenRefused(CommonRule.CASE_UNKNOWN);
  }
}
