package org.jalon.command.takingover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Rounds;
import org.jalon.command.decision.Rule;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;

/** A ledger in memory that decides imports one after the other, as production's rounds do. */
final class Recording {

  static final String TODAY = "2026-07-01";

  private final List<Fact> facts = new ArrayList<>();

  static EffectiveDay day(String day) {
    return new EffectiveDay(LocalDate.parse(day));
  }

  /** What one import came to, in short sentences such as {@code PostFilled 2026-01-01}. */
  record Came(Decision decision) {

    void to(String... sentences) {
      assertThat(decision).isInstanceOf(Decision.Accepted.class);
      assertThat(((Decision.Accepted) decision).facts().stream().map(Recording::said))
          .containsExactly(sentences);
    }

    void toSomething() {
      assertThat(decision)
          .isInstanceOfSatisfying(
              Decision.Accepted.class, accepted -> assertThat(accepted.facts()).isNotEmpty());
    }

    void toNothing() {
      to();
    }

    void refused(Rule rule, String... words) {
      assertThat(decision).isInstanceOf(Decision.Refused.class);
      List<Refusal> refusals = ((Decision.Refused) decision).refusals();
      assertThat(refusals).extracting(Refusal::rule).contains(rule);
      for (String word : words) {
        assertThat(refusals.toString()).contains(word);
      }
    }
  }

  /** A fact that a command has recorded. */
  Recording given(String day, Event event) {
    facts.add(new Fact(facts.size() + 1L, day(day), UUID.randomUUID(), event));
    return this;
  }

  Came imports(ImportTrace trace) {
    return decided(new ImportingTrace(), trace);
  }

  Came imports(ImportPost post) {
    return decided(new ImportingPost(), post);
  }

  Came imports(ImportProgramme programme) {
    return decided(new ImportingProgramme(), programme);
  }

  List<Fact> facts() {
    return facts;
  }

  private <C> Came decided(Decider<C, ?> decider, C command) {
    var intent =
        new Intent<>(
            command,
            UUID.randomUUID(),
            Actor.LOCAL,
            EffectiveOn.day(day(TODAY).value()),
            day(TODAY),
            ZoneId.of("Europe/Paris"));
    Decision decision =
        Rounds.decide(
            decider, intent, boundary -> facts.stream().filter(boundary::admits).toList());
    if (decision instanceof Decision.Accepted accepted) {
      for (Draft draft : accepted.facts()) {
        assertThat(facts).extracting(Fact::commandId).doesNotContain(draft.commandId());
        facts.add(
            new Fact(
                facts.size() + 1L, draft.effectiveOn().day(), draft.commandId(), draft.event()));
      }
    }
    return new Came(decision);
  }

  private static String said(Draft draft) {
    return draft.event().getClass().getSimpleName() + " " + draft.effectiveOn().day();
  }
}
