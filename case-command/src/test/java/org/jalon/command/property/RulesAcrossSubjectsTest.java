package org.jalon.command.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.SOUTH;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.postOpened;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.property.Sequence.Asked;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked in whatever order, the rules across subjects hold on every day. */
class RulesAcrossSubjectsTest {

  private static final int COMMANDS = 600;
  private static final int SEEDS = 16;
  private static final int READ_AGAIN = 60;

  /** An annulled intervention was restored beside another that had taken its id. */
  private static final long RESTORED_TWICE = 5306484503780997977L;

  static LongStream seeds() {
    return LongStream.of(RESTORED_TWICE, new Random().nextLong());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rules_across_subjects_hold_on_every_day(long seed) {
    World world = begun();
    var sequence = new Sequence(new Random(seed), world);
    for (int i = 1; i <= COMMANDS; i++) {
      next(sequence, world, i);
    }
  }

  /** Sequences in which nothing collides would prove nothing. */
  @Test
  void they_hold_while_every_rule_and_every_kind_of_fact_is_met() {
    Set<String> met = new HashSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      World world = begun();
      var sequence = new Sequence(new Random(seed), world);
      for (int i = 1; i <= COMMANDS; i++) {
        Asked<?> asked = next(sequence, world, i);
        String command = asked.intent().command().getClass().getSimpleName();
        named(asked.decision()).forEach(name -> met.add(command + ": " + name));
      }
    }
    assertThat(met)
        .contains(
            "OpenCase: CaseOpened",
            "OpenCase: CASE_ALREADY_OPEN",
            "ReopenCase: CaseReopened",
            "ReopenCase: CASE_ALREADY_OPEN",
            "ReopenCase: CONTRADICTS_RECORDED_FACT",
            "CloseCase: CaseClosed",
            "CloseCase: CONTRADICTS_RECORDED_FACT",
            "StartAccompaniment: AccompanimentStarted",
            "StartAccompaniment: REFERENT_MISSING",
            "CloseAccompaniment: AccompanimentClosed",
            "CloseAccompaniment: ObjectiveAbandoned",
            "EvaluateObjective: ObjectiveEvaluated",
            "EvaluateObjective: OBJECTIVE_FINAL",
            "RecordIntervention: InterventionRecorded",
            "RecordIntervention: INTERVENTION_ID_TAKEN",
            "CorrectIntervention: replaced InterventionRecorded",
            "CorrectIntervention: CONTRADICTS_RECORDED_FACT")
        .contains(
            "AssignReferent: ReferentAssigned",
            "AssignReferent: CaseloadCeilingOverridden",
            "AssignReferent: CASELOAD_CEILING_REACHED",
            "AssignReferent: OVERRIDE_NOT_ALLOWED",
            "AssignReferent: REFERENT_ALREADY_ASSIGNED",
            "AssignReferent: CONTRADICTS_RECORDED_FACT",
            "ReleaseReferent: ReferentReleased",
            "ProposeHandOver: HandOverProposed",
            "ProposeHandOver: HAND_OVER_PENDING",
            "AcceptHandOver: ReferentChanged",
            "AcceptHandOver: CaseloadCeilingOverridden",
            "AcceptHandOver: CASELOAD_CEILING_REACHED",
            "DeclineHandOver: HandOverDeclined",
            "WithdrawHandOver: HandOverWithdrawn",
            "TransferCaseload: ReferentChanged",
            "TransferCaseload: CaseloadCeilingOverridden",
            "TransferCaseload: CASELOAD_CEILING_REACHED",
            "TransferCaseload: CONTRADICTS_RECORDED_FACT")
        .contains(
            "FillPost: PostFilled",
            "FillPost: POST_OVERFILLED",
            "FillPost: OVER_FULL_TIME",
            "ChangeWorkingTime: WorkingTimeChanged",
            "ChangeWorkingTime: OVER_FULL_TIME",
            "ChangeWorkingTime: POST_OVERFILLED",
            "ChangeWorkingTime: CaseloadAboveCeiling",
            "VacatePost: PostVacated",
            "VacatePost: CaseloadAboveCeiling",
            "ClosePost: PostClosed",
            "ClosePost: POST_STILL_FILLED",
            "AdoptNorm: NormAdopted",
            "AdoptNorm: CaseloadAboveCeiling")
        .contains(
            "RectifyEntry: annulled CaseOpened",
            "RectifyEntry: annulled CaseClosed",
            "RectifyEntry: annulled ReferentAssigned",
            "RectifyEntry: annulled ReferentChanged",
            "RectifyEntry: annulled PostFilled",
            "RectifyEntry: annulled PostVacated",
            "RectifyEntry: annulled WorkingTimeChanged",
            "RectifyEntry: annulled NormAdopted",
            "RectifyEntry: replaced CaseOpened",
            "RectifyEntry: replaced CaseClosed",
            "RectifyEntry: replaced ReferentAssigned",
            "RectifyEntry: replaced ReferentChanged",
            "RectifyEntry: replaced PostFilled",
            "RectifyEntry: replaced PostVacated",
            "RectifyEntry: replaced WorkingTimeChanged",
            "RectifyEntry: replaced NormAdopted",
            "RectifyEntry: CaseloadAboveCeiling",
            "RectifyEntry: CASELOAD_CEILING_REACHED",
            "RectifyEntry: CASE_ALREADY_OPEN",
            "RectifyEntry: CONTRADICTS_RECORDED_FACT");
  }

  private static Asked<?> next(Sequence sequence, World world, int number) {
    List<Fact> before = world.facts();
    Asked<?> asked = sequence.next();
    new CeilingRule(asked, before, world.facts()).holds();
    Passage.readAgain(world.facts());
    if (number % READ_AGAIN == 0) {
      everyDay(world.facts());
    }
    return asked;
  }

  private static void everyDay(List<Fact> facts) {
    EffectiveDay first = facts.stream().map(Fact::day).min(EffectiveDay::compareTo).orElseThrow();
    Day.each(facts, first, CeilingRule.last(facts), Day::holds);
  }

  private static Set<String> named(Decision decision) {
    var names = new HashSet<String>();
    switch (decision) {
      case Decision.Accepted(var drafts) ->
          drafts.forEach(draft -> names.add(nameOf(draft.event())));
      case Decision.Refused refused -> refused.refusals().forEach(r -> names.add(r.rule().name()));
      case Decision.Denied _ -> names.add("Denied");
    }
    return names;
  }

  private static String nameOf(Event event) {
    return event instanceof EntryRectified rectified
        ? (rectified.replacement() == null ? "annulled " : "replaced ") + rectified.entry()
        : event.getClass().getSimpleName();
  }

  private static World begun() {
    var world = new World();
    Stream.concat(
            Stream.<Event>of(
                created(NORTH),
                created(SOUTH),
                created(Sequence.TEAMS.getFirst(), NORTH),
                created(Sequence.TEAMS.getLast(), SOUTH),
                defined(HOUSING)),
            Stream.concat(Sequence.PEOPLE.stream(), Stream.of(Sequence.HEAD))
                .flatMap(RulesAcrossSubjectsTest::inPost))
        .map(e -> new Draft(e, EffectiveOn.day(LocalDate.of(2025, 6, 1)), world.nextCommand()))
        .forEach(world::append);
    return world;
  }

  /** Room for three cases each; one is head of service. */
  private static Stream<Event> inPost(ProfessionalId who) {
    var post = new PostId("post" + who.value().replace("p", ""));
    String profession = who.equals(Sequence.HEAD) ? "HEAD" : "AS";
    return Stream.of(
        postOpened(post, Sequence.TEAMS.getFirst(), profession, "1"), filled(post, who, "0.12"));
  }
}
