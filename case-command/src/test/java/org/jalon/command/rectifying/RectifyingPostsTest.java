package org.jalon.command.rectifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.text;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.Facts.works;
import static org.jalon.command.StaffFacts.aboveCeiling;
import static org.jalon.command.StaffFacts.ceilingOf;
import static org.jalon.command.StaffFacts.in;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.util.Map;
import org.jalon.command.caseload.NormRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Specification;
import org.jalon.command.decision.Specification.Outcome;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.junit.jupiter.api.Test;

/** Entries of posts and norms are tried like acts: steps, FTE on every day, alerts. */
class RectifyingPostsTest {

  private final Specification<RectifyEntry> anaHere =
      Specification.of(new RectifyingEntry())
          .given(
              fact("2020-01-01", created(TEAM, NORTH)),
              fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
              fact("2020-01-01", filled(POST, ANA, "0.6")));

  @Test
  void who_left_keeps_having_been_there() {
    var left = anaHere.given(fact("2026-03-01", vacated(POST, ANA)));
    left.when(annul(3), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("position")
        .saying("PostVacated", "position 4", "2026-03-01");
    left.when(replace(3, Map.of("effectiveOn", "2026-04-01")), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT);
    rectifiedAlone(left.when(annul(4), on("2026-06-01")));
    rectifiedAlone(anaHere.when(annul(3), on("2026-06-01")));
  }

  @Test
  void posts_and_people_stay_within_their_fte() {
    var shared =
        anaHere.given(
            fact("2026-03-01", filled(POST, BOB, "0.4")),
            fact("2020-01-01", postOpened(OTHER_POST, TEAM, "AS", "1")),
            fact("2026-04-01", filled(OTHER_POST, ANA, "0.4")));
    shared
        .when(replace(4, Map.of("fte", 0.5)), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .about(POST)
        .saying("position 4", "p-1", "1.1", "2026-03-01");
    shared
        .when(replace(6, Map.of("fte", 0.5)), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .about(ANA)
        .saying("position 6", "ana would work 1.1 on 2026-04-01");
    shared
        .when(replace(2, Map.of("fte", 0.9)), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .about(POST);
    rectifiedAlone(shared.when(replace(4, Map.of("fte", 0.3)), on("2026-06-01")));
  }

  @Test
  void less_capacity_leaves_an_alert_on_its_first_day() {
    var twelve = anaHere.given(cases(12, ANA, "2026-02-01"));
    alerts(
        twelve.when(replace(3, Map.of("fte", 0.4)), on("2026-06-01")),
        EffectiveDay.of(2026, 2, 1),
        aboveCeiling(ANA, 12, 10));
    alerts(
        twelve.when(annul(3), on("2026-06-01")),
        EffectiveDay.of(2026, 2, 1),
        aboveCeiling(ANA, 12, 0));
    alerts(
        anaHere
            .given(fact("2026-01-01", works(ANA, POST, "1")))
            .given(cases(20, ANA, "2026-02-01"))
            .when(annul(4), on("2026-06-01")),
        EffectiveDay.of(2026, 2, 1),
        aboveCeiling(ANA, 20, 15));
    rectifiedAlone(twelve.when(replace(3, Map.of("fte", 0.8)), on("2026-06-01")));
  }

  @Test
  void a_norm_read_otherwise_leaves_its_alerts_too() {
    var norm =
        anaHere
            .given(fact("2026-01-01", ceilingOf(in(TEAM), 50)))
            .given(cases(16, ANA, "2026-02-01"));
    alerts(
        norm.when(annul(4), on("2026-06-01")),
        EffectiveDay.of(2026, 2, 1),
        aboveCeiling(ANA, 16, 15));
    alerts(
        norm.when(replace(4, Map.of("ceiling", 20)), on("2026-06-01")),
        EffectiveDay.of(2026, 2, 1),
        aboveCeiling(ANA, 16, 12));
    rectifiedAlone(norm.when(replace(4, Map.of("ceiling", 40)), on("2026-06-01")));
    norm.when(replace(4, Map.of("ceiling", 0)), on("2026-06-01"))
        .thenRefused(NormRule.NORM_OUT_OF_RANGE)
        .atField("ceiling");
  }

  private static void rectifiedAlone(Outcome outcome) {
    assertThat(outcome.decision()).isInstanceOf(Decision.Accepted.class);
    assertThat(((Decision.Accepted) outcome.decision()).facts())
        .extracting(Draft::event)
        .singleElement()
        .isInstanceOf(EntryRectified.class);
  }

  private static void alerts(Outcome outcome, EffectiveDay day, CaseloadAboveCeiling alert) {
    assertThat(outcome.decision()).isInstanceOf(Decision.Accepted.class);
    assertThat(((Decision.Accepted) outcome.decision()).facts())
        .hasSize(2)
        .last()
        .satisfies(
            draft -> {
              assertThat(draft.event()).isEqualTo(alert);
              assertThat(draft.effectiveOn().day()).isEqualTo(day);
            });
  }

  private static RectifyEntry annul(long position) {
    return new RectifyEntry(EntryPosition.of(position), Action.ANNUL, null, text("a mistake"));
  }

  private static RectifyEntry replace(long position, Map<String, Object> fields) {
    return new RectifyEntry(
        EntryPosition.of(position), Action.REPLACE, new Fields(fields), text("a mistake"));
  }
}
