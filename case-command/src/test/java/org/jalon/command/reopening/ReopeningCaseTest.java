package org.jalon.command.reopening;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.HOUSEHOLD;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.INTERVENTION;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.intervened;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.reopened;
import static org.jalon.command.Facts.replaced;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.command.ReopenCase;
import org.jalon.kernel.event.CaseReopened;
import org.junit.jupiter.api.Test;

class ReopeningCaseTest {

  private static final ReopenCase REOPEN = new ReopenCase(CASE, text("they came back"));
  private static final CaseReopened DONE = new CaseReopened(CASE, text("they came back"));
  private static final HouseholdId OTHERS = new HouseholdId("h-2");

  private final Specification<ReopenCase> reopening = Specification.of(new ReopeningCase());
  private final Specification<ReopenCase> closed =
      reopening.given(fact("2026-01-05", opened(CASE)), fact("2026-03-01", caseClosed(CASE)));

  @Test
  void a_closed_case_goes_on() {
    closed.when(REOPEN, on("2026-04-01")).then(DONE);
    closed.when(REOPEN, on("2026-03-01")).then(DONE);
  }

  @Test
  void only_what_is_closed_on_that_day_is_reopened() {
    closed
        .when(REOPEN, on("2026-02-28"))
        .thenRefused(CommonRule.WRONG_STATE)
        .atField("caseId")
        .about(CASE)
        .saying("c-1", "2026-02-28", "open");
    closed
        .given(fact("2026-04-01", reopened(CASE)))
        .when(REOPEN, on("2026-04-02"))
        .thenRefused(CommonRule.WRONG_STATE);
    closed
        .given(fact("2026-04-01", reopened(CASE)), fact("2026-05-01", caseClosed(CASE)))
        .when(REOPEN, on("2026-05-02"))
        .then(DONE);
  }

  @Test
  void the_case_is_known_and_begun_and_it_has_happened() {
    reopening.when(REOPEN, on("2026-04-01")).thenRefused(CommonRule.CASE_UNKNOWN);
    closed
        .when(REOPEN, on("2026-01-04"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("position 1", "2026-01-05");
    closed.when(REOPEN, on("2026-07-02")).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void a_late_reopening_comes_before_no_other() {
    closed
        .given(fact("2026-05-01", reopened(CASE)))
        .when(REOPEN, on("2026-04-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("CaseReopened", "position 3", "2026-05-01", "would not be closed");
  }

  @Test
  void what_was_done_on_the_day_of_the_closure_stays() {
    closed
        .given(fact("2026-03-01", intervened(CASE, INTERVENTION)))
        .when(REOPEN, on("2026-03-01"))
        .then(DONE);
  }

  @Test
  void a_household_has_one_open_case_in_a_programme() {
    closed
        .given(fact("2026-03-15", opened(OTHER_CASE)))
        .when(REOPEN, on("2026-04-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN)
        .atField("caseId")
        .about(OTHER_CASE)
        .saying("h-1", "c-2", "polyvalence");
    closed
        .given(fact("2026-03-15", opened(OTHER_CASE)), fact("2026-04-01", caseClosed(OTHER_CASE)))
        .when(REOPEN, on("2026-04-01"))
        .then(DONE);
    closed
        .given(fact("2026-03-15", opened(OTHER_CASE, HOUSEHOLD, HOUSING)))
        .when(REOPEN, on("2026-04-01"))
        .then(DONE);
  }

  @Test
  void nor_had_it_later() {
    closed
        .given(fact("2026-05-01", opened(OTHER_CASE)), fact("2026-06-01", caseClosed(OTHER_CASE)))
        .when(REOPEN, on("2026-04-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
    closed
        .given(
            fact("2026-03-15", opened(OTHER_CASE)),
            fact("2026-03-20", caseClosed(OTHER_CASE)),
            fact("2026-06-01", reopened(OTHER_CASE)))
        .when(REOPEN, on("2026-04-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
  }

  @Test
  void what_was_open_together_before_is_nobodys_fault_now() {
    reopening
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-02-01", opened(OTHER_CASE)),
            fact("2026-02-15", caseClosed(OTHER_CASE)),
            fact("2026-03-01", caseClosed(CASE)))
        .when(REOPEN, on("2026-04-01"))
        .then(DONE);
  }

  @Test
  void the_household_is_the_one_that_was_meant() {
    var meant =
        reopening.given(
            fact("2026-01-05", opened(CASE, OTHERS, POLYVALENCE)),
            fact("2026-03-01", caseClosed(CASE)),
            fact(
                "2026-03-02",
                replaced(1, opened(CASE, OTHERS, POLYVALENCE), "2026-01-05", opened(CASE))));
    meant
        .given(fact("2026-03-15", opened(OTHER_CASE, OTHERS, POLYVALENCE)))
        .when(REOPEN, on("2026-04-01"))
        .then(DONE);
    meant
        .given(fact("2026-03-15", opened(OTHER_CASE)))
        .when(REOPEN, on("2026-04-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
    closed
        .given(
            fact("2026-03-15", opened(OTHER_CASE, OTHERS, POLYVALENCE)),
            fact(
                "2026-03-16",
                replaced(
                    3, opened(OTHER_CASE, OTHERS, POLYVALENCE), "2026-03-15", opened(OTHER_CASE))))
        .when(REOPEN, on("2026-04-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
  }

  @Test
  void the_former_referent_does_not_come_back_with_it() {
    reopening
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-05", assigned(CASE, ANA)),
            fact("2026-03-01", caseClosed(CASE)))
        .when(REOPEN, on("2026-04-01"))
        .then(DONE);
  }
}
