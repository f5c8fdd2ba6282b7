package org.jalon.command.rectifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.HOUSEHOLD;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.INTERVENTION;
import static org.jalon.command.Facts.OTHER_CASE;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.accompanimentClosed;
import static org.jalon.command.Facts.anaInPost;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.intervened;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.started;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Specification;
import org.jalon.command.decision.Specification.Outcome;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.command.CorrectIntervention;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RectifyingTest {

  private final Specification<RectifyEntry> rectifying = Specification.of(new RectifyingEntry());
  private final Specification<CorrectIntervention> correcting =
      Specification.of(new CorrectingIntervention());

  @Test
  void an_entry_is_read_as_if_it_had_never_been() {
    rectifying
        .given(fact("2026-01-05", opened(CASE)), fact("2026-03-01", caseClosed(CASE)))
        .when(annul(2), on("2026-06-01"))
        .then(annulled(2, "CaseClosed", "case:c-1"));
  }

  @Test
  void an_entry_is_read_with_another_day() {
    rectifying
        .given(fact("2026-01-05", opened(CASE)), fact("2026-03-01", caseClosed(CASE)))
        .when(replace(2, Map.of("effectiveOn", "2026-02-01")), on("2026-06-01"))
        .then(replaced(2, "CaseClosed", "2026-02-01", caseClosed(CASE), "case:c-1"));
  }

  @Test
  void what_rests_on_the_entry_must_keep_its_ground() {
    var closed =
        rectifying.given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-02-10", intervened(CASE, INTERVENTION)),
            fact("2026-03-01", caseClosed(CASE)));
    closed
        .when(annul(1), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("position")
        .saying("InterventionRecorded", "position 2", "2026-02-10");
    closed
        .when(replace(3, Map.of("effectiveOn", "2026-02-01")), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("InterventionRecorded", "position 2", "2026-02-10");
    closed
        .when(replace(3, Map.of("effectiveOn", "2026-02-10")), on("2026-06-01"))
        .then(replaced(3, "CaseClosed", "2026-02-10", caseClosed(CASE), "case:c-1"));
  }

  @Test
  void another_referent_is_tagged_on_both_sides_and_must_be_in_post() {
    var assignedToAna =
        rectifying
            .given(anaInPost("1"))
            .given(fact("2026-01-05", opened(CASE)), fact("2026-01-06", assigned(CASE, ANA)));
    assignedToAna
        .when(replace(4, Map.of("referent", "bob")), on("2026-06-01"))
        .thenRefused(CaseloadRule.NOT_IN_POST)
        .about("bob");
    assignedToAna
        .given(
            fact("2020-01-01", postOpened(OTHER_POST, TEAM, "AS", "1")),
            fact("2020-01-01", filled(OTHER_POST, BOB, "1")))
        .when(replace(4, Map.of("referent", "bob")), on("2026-06-01"))
        .then(
            replacedOnItsDay(
                4,
                "ReferentAssigned",
                "2026-01-06",
                assigned(CASE, BOB),
                "case:c-1",
                "referent:ana",
                "referent:bob"));
  }

  @Test
  void a_rectification_that_adds_load_is_held_to_the_ceiling() {
    var full =
        rectifying
            .given(anaInPost("0.2"))
            .given(cases(5, ANA, "2026-04-01"))
            .given(
                fact("2026-01-05", opened(CASE)),
                fact("2026-01-06", assigned(CASE, ANA)),
                fact("2026-03-01", caseClosed(CASE)));
    full.when(annul(15), on("2026-06-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("6 open cases", "2026-04-01", "is 5");
    full.when(replace(15, Map.of("effectiveOn", "2026-03-31")), on("2026-06-01"))
        .then(replaced(15, "CaseClosed", "2026-03-31", caseClosed(CASE), "case:c-1"));
    full.when(replace(15, Map.of("effectiveOn", "2026-04-02")), on("2026-06-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
    full.when(annul(14), on("2026-06-01"))
        .then(annulled(14, "ReferentAssigned", "case:c-1", "referent:ana"));
  }

  @Test
  void a_household_keeps_one_open_case_in_a_programme() {
    var two =
        rectifying.given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-03-01", caseClosed(CASE)),
            fact("2026-03-01", opened(OTHER_CASE)));
    two.when(annul(2), on("2026-06-01")).thenRefused(CommonRule.CASE_ALREADY_OPEN).about("c-2");
    two.when(replace(2, Map.of("effectiveOn", "2026-03-02")), on("2026-06-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN);
    rectifying
        .given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-05", opened(OTHER_CASE, new HouseholdId("h-2"), POLYVALENCE)))
        .when(replace(2, Map.of("household", HOUSEHOLD.value())), on("2026-06-01"))
        .thenRefused(CommonRule.CASE_ALREADY_OPEN)
        .about("c-1");
  }

  @Test
  void the_last_rectification_holds_and_one_can_be_taken_back() {
    var annulledBefore =
        rectifying.given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-03-01", caseClosed(CASE)),
            fact("2026-05-01", annulled(2, "CaseClosed", "case:c-1")));
    annulledBefore.when(annul(2), on("2026-06-01")).thenNothing();
    annulledBefore
        .when(new RectifyEntry(at(2), Action.REPLACE, null, text("why")), on("2026-06-01"))
        .then(replacedOnItsDay(2, "CaseClosed", "2026-03-01", caseClosed(CASE), "case:c-1"));
    annulledBefore
        .when(annul(3), on("2026-06-01"))
        .thenRefused(RectifyingRule.ENTRY_STAYS)
        .saying("position 2");
  }

  @Test
  void an_annulled_entry_comes_back_as_it_stood_last() {
    var corrected =
        new EntryRectified(
            4,
            "ReferentAssigned",
            CASE,
            List.of("case:c-1", "referent:ana", "referent:bob"),
            new Replacement(
                new EffectiveDay(LocalDate.parse("2026-01-07")), "2026-01-07", assigned(CASE, BOB)),
            text("why"),
            null);
    rectifying
        .given(anaInPost("1"))
        .given(fact("2026-01-05", opened(CASE)), fact("2026-01-06", assigned(CASE, ANA)))
        .given(
            fact("2026-02-01", corrected),
            fact("2026-03-01", annulled(4, "ReferentAssigned", "case:c-1", "referent:bob")),
            fact("2020-01-01", postOpened(OTHER_POST, TEAM, "AS", "1")),
            fact("2020-01-01", filled(OTHER_POST, BOB, "1")))
        .when(new RectifyEntry(at(4), Action.REPLACE, null, text("why")), on("2026-06-01"))
        .then(
            replaced(
                4,
                "ReferentAssigned",
                "2026-01-07",
                assigned(CASE, BOB),
                "case:c-1",
                "referent:ana",
                "referent:bob"));
  }

  @Test
  void an_hour_can_be_corrected_and_what_is_not_named_keeps_its_hour() {
    var opening =
        rectifying.given(fact("2026-01-05", opened(CASE)), fact("2026-03-01", caseClosed(CASE)));
    String hour = "2026-03-01T10:00+01:00";
    opening
        .when(replace(2, Map.of("effectiveOn", hour)), on("2026-06-01"))
        .then(replaced(2, "CaseClosed", "2026-03-01", hour, caseClosed(CASE), "case:c-1"));
    opening.when(replace(2, Map.of("effectiveOn", "2026-03-01")), on("2026-06-01")).thenNothing();
  }

  @Test
  void a_programme_or_team_that_is_not_there_is_no_home() {
    var open = rectifying.given(fact("2026-01-05", opened(CASE)));
    open.when(replace(1, Map.of("programme", "typo")), on("2026-06-01"))
        .thenRefused(RectifyingRule.FIELD_FIXED);
    open.when(replace(1, Map.of("team", "nowhere")), on("2026-06-01"))
        .thenRefused(CommonRule.TEAM_UNKNOWN);
  }

  @Test
  void a_referent_of_a_programme_open_to_all_is_replaced_by_anybody_in_post() {
    rectifying
        .given(anaInPost("1"))
        .given(
            fact("2020-01-01", defined(HOUSING)),
            fact("2026-01-05", opened(CASE, HOUSEHOLD, HOUSING)),
            fact("2026-01-06", assigned(CASE, ANA)))
        .when(replace(5, Map.of("effectiveOn", "2026-01-05")), on("2026-06-01"))
        .then(
            replaced(
                5,
                "ReferentAssigned",
                "2026-01-05",
                assigned(CASE, ANA),
                "case:c-1",
                "referent:ana"));
  }

  @Test
  void an_assignment_goes_with_the_override_that_admitted_it() {
    var admitted =
        new CaseloadCeilingOverridden(CASE, ANA, 26, 25, new ActorId("zoe"), text("why"));
    rectifying
        .given(anaInPost("1"))
        .given(fact("2026-01-05", opened(CASE)))
        .together("2026-01-06", assigned(CASE, ANA), admitted)
        .when(annul(4), on("2026-06-01"))
        .then(
            annulled(4, "ReferentAssigned", "case:c-1", "referent:ana"),
            annulled(5, "CaseloadCeilingOverridden", "case:c-1"));
  }

  @Test
  void what_was_approved_or_passed_stays() {
    var admitted =
        new CaseloadCeilingOverridden(CASE, ANA, 26, 25, new ActorId("zoe"), text("why"));
    var case1 =
        rectifying.given(
            fact("2026-01-05", opened(CASE)),
            fact("2026-01-06", assigned(CASE, ANA)),
            fact("2026-01-06", admitted),
            fact("2026-01-06", started(CASE)),
            fact("2026-02-01", accompanimentClosed(CASE)),
            fact("2026-02-01", caseClosed(CASE)));
    case1
        .when(replace(3, Map.of("approvedBy", "bob")), on("2026-06-01"))
        .thenRefused(RectifyingRule.FIELD_FIXED)
        .atField("fields.approvedBy");
    case1
        .when(replace(4, Map.of("formalised", false)), on("2026-06-01"))
        .thenRefused(RectifyingRule.FIELD_FIXED);
    case1
        .when(replace(6, Map.of("reason", "OTHER")), on("2026-06-01"))
        .thenRefused(CommonRule.REASON_MISSING);
    case1
        .when(replace(6, Map.of("reason", "NOT_STATED")), on("2026-06-01"))
        .thenRefused(RectifyingRule.FIELD_INVALID);
  }

  @Test
  void what_cannot_be_is_said_field_by_field() {
    var intervention =
        rectifying.given(
            fact("2026-01-05", opened(CASE)), fact("2026-02-10", intervened(CASE, INTERVENTION)));
    Outcome outcome =
        intervention.when(
            replace(2, Map.of("minutes", 0, "caseId", "c-9", "nonsense", 1, "mode", "WORK")),
            on("2026-06-01"));
    assertThat(((Decision.Refused) outcome.decision()).refusals())
        .extracting(refusal -> refusal.rule().name())
        .containsExactlyInAnyOrder(
            "MINUTES_OUT_OF_RANGE", "FIELD_FIXED", "FIELD_UNKNOWN", "TYPE_MISMATCH");
    intervention
        .when(replace(2, Map.of()), on("2026-06-01"))
        .thenRefused(RectifyingRule.NOTHING_TO_CHANGE);
    intervention.when(replace(2, Map.of("mode", "INTAKE")), on("2026-06-01")).thenNothing();
    intervention
        .when(
            new RectifyEntry(at(2), Action.ANNUL, new Fields(Map.of("minutes", 5)), text("why")),
            on("2026-06-01"))
        .thenRefused(RectifyingRule.NOTHING_TO_CHANGE);
    intervention
        .when(replace(2, Map.of("effectiveOn", "2026-08-01")), on("2026-06-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE)
        .atField("fields.effectiveOn");
    intervention.when(annul(7), on("2026-06-01")).thenRefused(CommonRule.ENTRY_UNKNOWN);
  }

  @Test
  void an_intervention_is_corrected_by_its_id() {
    var recorded =
        correcting.given(
            fact("2026-01-05", opened(CASE)), fact("2026-02-10", intervened(CASE, INTERVENTION)));
    recorded
        .when(correct(Map.of("effectiveOn", "2026-02-11")), on("2026-06-01"))
        .then(
            replaced(
                2,
                "InterventionRecorded",
                "2026-02-11",
                intervened(CASE, INTERVENTION),
                "case:c-1",
                "intervention:i-1",
                "worker:ana"));
    recorded
        .when(correct(Map.of("effectiveOn", "2026-01-01")), on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT);
    correcting
        .given(fact("2026-01-05", opened(CASE)))
        .when(correct(Map.of("minutes", 5)), on("2026-06-01"))
        .thenRefused(CommonRule.ENTRY_UNKNOWN)
        .about("i-1");
  }

  private static CorrectIntervention correct(Map<String, Object> fields) {
    return new CorrectIntervention(CASE, INTERVENTION, new Fields(fields), text("why"));
  }

  private static RectifyEntry annul(long position) {
    return new RectifyEntry(at(position), Action.ANNUL, null, text("why"));
  }

  private static RectifyEntry replace(long position, Map<String, Object> fields) {
    return new RectifyEntry(at(position), Action.REPLACE, new Fields(fields), text("why"));
  }

  private static EntryPosition at(long position) {
    return EntryPosition.of(position);
  }

  private static EntryRectified annulled(long position, String entry, String... subjects) {
    return new EntryRectified(position, entry, CASE, List.of(subjects), null, text("why"), null);
  }

  private static EntryRectified replaced(
      long position, String entry, String day, Event event, String... subjects) {
    return replaced(position, entry, day, day, event, subjects);
  }

  private static EntryRectified replacedOnItsDay(
      long position, String entry, String day, Event event, String... subjects) {
    return replaced(position, entry, day, null, event, subjects);
  }

  private static EntryRectified replaced(
      long position,
      String entry,
      String day,
      @Nullable String given,
      Event event,
      String... subjects) {
    return new EntryRectified(
        position,
        entry,
        CASE,
        List.of(subjects),
        new Replacement(new EffectiveDay(LocalDate.parse(day)), given, event),
        text("why"),
        null);
  }
}
