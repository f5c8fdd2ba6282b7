package org.jalon.command.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.property.Sequence.Asked;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked in whatever order, the rules across subjects hold on every day. */
class RulesAcrossSubjectsTest {

  private static final int COMMANDS = 600;

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rules_across_subjects_hold_on_every_day(long seed) {
    World world = begun();
    var sequence = new Sequence(new Random(seed), world);
    for (int i = 0; i < COMMANDS; i++) {
      List<Fact> before = world.facts();
      Asked<?> asked = sequence.next();
      if (asked.intent().command() instanceof AssignReferent assign) {
        ceilingHolds(assign, asked, before, world.facts());
      }
    }
    everyDay(world.facts()).forEach(day -> Day.endOf(day, world.facts()).holds());
  }

  /** A sequence in which nothing collides would prove nothing. */
  @Test
  void the_sequences_meet_every_rule_they_are_meant_to_meet() {
    Set<String> met = new HashSet<>();
    for (long seed = 1; seed <= 20; seed++) {
      var sequence = new Sequence(new Random(seed), begun());
      for (int i = 0; i < COMMANDS; i++) {
        met.addAll(named(sequence.next().decision()));
      }
    }
    assertThat(met)
        .contains(
            "CASE_ALREADY_OPEN",
            "REFERENT_ALREADY_ASSIGNED",
            "CASELOAD_CEILING_REACHED",
            "OVERRIDE_NOT_ALLOWED",
            "POST_OVERFILLED",
            "OVER_FULL_TIME",
            "CONTRADICTS_RECORDED_FACT",
            "CaseloadCeilingOverridden",
            "AccompanimentStarted",
            "AccompanimentClosed",
            "PostVacated");
  }

  private static void ceilingHolds(
      AssignReferent assign, Asked<?> asked, List<Fact> before, List<Fact> after) {
    switch (asked.decision()) {
      case Decision.Accepted accepted ->
          assertThat(exceeded(assign, asked.intent(), after, 0))
              .as("%s answered with %s", asked.intent(), accepted)
              .isEqualTo(
                  accepted.facts().stream()
                      .anyMatch(d -> d.event() instanceof CaseloadCeilingOverridden));
      case Decision.Refused refused
          when refused.refusals().stream()
              .map(Refusal::rule)
              .anyMatch(CaseloadRule.CASELOAD_CEILING_REACHED::equals) ->
          assertThat(exceeded(assign, asked.intent(), before, 1))
              .as("%s refused with %s", asked.intent(), refused)
              .isTrue();
      case Decision.Refused _, Decision.Denied _ -> assertThat(after).isEqualTo(before);
    }
  }

  private static boolean exceeded(
      AssignReferent assign, Intent<?> intent, List<Fact> facts, int more) {
    EffectiveDay last = intent.day().orLater(intent.today());
    return days(intent.day(), last)
        .map(day -> Day.endOf(day, facts))
        .anyMatch(end -> end.load(assign.referent()) + more > end.ceiling(assign.referent()));
  }

  private static Stream<EffectiveDay> everyDay(List<Fact> facts) {
    EffectiveDay first = facts.stream().map(Fact::day).min(EffectiveDay::compareTo).orElseThrow();
    EffectiveDay last = facts.stream().map(Fact::day).max(EffectiveDay::compareTo).orElseThrow();
    return days(first, last);
  }

  private static Stream<EffectiveDay> days(EffectiveDay from, EffectiveDay to) {
    return from.value().datesUntil(to.value().plusDays(1)).map(EffectiveDay::new);
  }

  private static Set<String> named(Decision decision) {
    var names = new HashSet<String>();
    switch (decision) {
      case Decision.Accepted accepted ->
          accepted.facts().forEach(d -> names.add(d.event().getClass().getSimpleName()));
      case Decision.Refused refused -> refused.refusals().forEach(r -> names.add(r.rule().name()));
      case Decision.Denied _ -> names.add("Denied");
    }
    return names;
  }

  private static World begun() {
    var world = new World();
    Stream.<Event>of(created(NORTH), created(new TeamId("t"), NORTH), defined(HOUSING))
        .map(e -> new Draft(e, EffectiveOn.day(LocalDate.of(2025, 6, 1)), world.nextCommand()))
        .forEach(world::append);
    return world;
  }
}
