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
import org.jalon.kernel.command.ChangeWorkingTime;
import org.junit.jupiter.api.Test;

class ChangingWorkingTimeTest {

  private final Specification<ChangeWorkingTime> vacant =
      Specification.of(new ChangingWorkingTime())
          .given(fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")));
  private final Specification<ChangeWorkingTime> anaHere =
      vacant.given(fact("2026-02-01", filled(POST, ANA, "0.5")));

  @Test
  void who_holds_a_post_works_more_or_less_in_it() {
    anaHere.when(to("0.8"), on("2026-03-01")).then(works(ANA, POST, "0.8"));
    anaHere.when(to("0.2"), on("2026-02-01")).then(works(ANA, POST, "0.2"));
  }

  @Test
  void only_who_holds_it_that_day() {
    anaHere
        .when(to("0.8"), on("2026-01-31"))
        .thenRefused(WorkforceRule.NOT_IN_POST)
        .atField("professional")
        .about(ANA)
        .saying("ana", "p-1", "2026-01-31");
    anaHere
        .given(fact("2026-06-01", vacated(POST, ANA)))
        .when(to("0.8"), on("2026-06-01"))
        .thenRefused(WorkforceRule.NOT_IN_POST);
    Specification.of(new ChangingWorkingTime())
        .when(to("0.8"), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_UNKNOWN);
  }

  @Test
  void the_same_working_time_for_the_same_day_is_nothing_to_do() {
    var changed = anaHere.given(fact("2026-04-01", works(ANA, POST, "0.8")));
    changed.when(to("0.8"), on("2026-04-01")).thenNothing();
    changed.when(to("0.5"), on("2026-04-01")).then(works(ANA, POST, "0.5"));
  }

  @Test
  void the_same_working_time_for_another_day_is_said_for_good() {
    anaHere.when(to("0.5"), on("2026-07-01")).then(works(ANA, POST, "0.5"));
  }

  @Test
  void a_change_put_in_late_lasts_until_the_next_one() {
    var later = anaHere.given(fact("2026-04-01", works(ANA, POST, "0.2")));
    later
        .given(fact("2026-04-01", filled(POST, BOB, "0.8")))
        .when(to("0.9"), on("2026-03-01"))
        .then(works(ANA, POST, "0.9"));
    later
        .given(fact("2026-03-31", filled(POST, BOB, "0.5")))
        .when(to("0.9"), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("2026-03-31");
  }

  @Test
  void a_post_is_never_filled_beyond_its_fte_on_any_later_day() {
    anaHere
        .given(fact("2026-09-01", filled(POST, BOB, "0.5")))
        .when(to("0.6"), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .atField("fte")
        .about(POST)
        .saying("p-1", "FTE 1", "1.1", "2026-09-01");
    anaHere
        .given(fact("2026-09-01", resized(POST, "0.5")))
        .when(to("0.6"), on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED)
        .saying("FTE 0.5", "0.6", "2026-09-01");
  }

  @Test
  void nobody_works_more_than_full_time_on_any_later_day() {
    anaHere
        .given(
            fact("2026-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
            fact("2026-10-01", filled(OTHER_POST, ANA, "0.5")))
        .when(to("0.6"), on("2026-03-01"))
        .thenRefused(WorkforceRule.OVER_FULL_TIME)
        .atField("fte")
        .about(ANA)
        .saying("ana would work 1.1 on 2026-10-01", "split it");
  }

  @Test
  void what_was_broken_before_is_no_fault_of_who_makes_it_better() {
    var overfilled = anaHere.given(fact("2026-03-01", filled(POST, BOB, "0.8")));
    overfilled.when(to("0.4"), on("2026-04-01")).then(works(ANA, POST, "0.4"));
    overfilled.when(to("0.6"), on("2026-04-01")).thenRefused(WorkforceRule.POST_OVERFILLED);
  }

  @Test
  void a_substitute_may_work_as_much_as_whom_they_replace() {
    vacant
        .given(
            fact("2026-02-01", filled(POST, BOB, "1")),
            fact("2026-03-01", filledFor(BOB, POST, ANA, "0.5")))
        .when(to("1"), on("2026-04-01"))
        .then(works(ANA, POST, "1"));
    vacant
        .given(
            fact("2026-02-01", filled(POST, BOB, "0.5")),
            fact("2026-02-01", filled(POST, ZOE, "0.5")),
            fact("2026-03-01", filledFor(BOB, POST, ANA, "0.5")))
        .when(to("0.6"), on("2026-04-01"))
        .thenRefused(WorkforceRule.POST_OVERFILLED);
  }

  @Test
  void it_is_planned_24_months_ahead_at_most() {
    anaHere.when(to("0.8"), on("2028-07-01").today("2026-07-01")).then(works(ANA, POST, "0.8"));
    anaHere
        .when(to("0.8"), on("2028-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  private static ChangeWorkingTime to(String fte) {
    return new ChangeWorkingTime(POST, ANA, fte(fte));
  }
}
