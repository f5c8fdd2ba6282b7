package org.jalon.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;

/**
 * Reads a rule aloud: given facts, when a command, then facts or refusals. It runs the rounds of
 * production and hands over only what the boundaries admit, so a boundary that is too narrow fails
 * here.
 */
public final class Specification<C> {

  /** The day on which specifications are decided unless they say otherwise. */
  public static final String TODAY = "2026-07-01";

  private static final UUID COMMAND = new UUID(7, 7);

  private final Decider<C, ?> decider;
  private final List<Fact> facts;

  private Specification(Decider<C, ?> decider, List<Fact> facts) {
    this.decider = decider;
    this.facts = List.copyOf(facts);
  }

  /** What was recorded, before it has a position. */
  public record Given(EffectiveDay day, Event event) {}

  /** When a command takes effect, and who asks on which day. */
  public record When(String on, String today, String actor) {

    /** The same, asked by somebody. */
    public When by(Object who) {
      return new When(on, today, who.toString());
    }

    /** The same, decided on another day. */
    public When today(String day) {
      return new When(on, day, actor);
    }
  }

  public static <C> Specification<C> of(Decider<C, ?> decider) {
    return new Specification<>(decider, List.of());
  }

  public static Given fact(String day, Event event) {
    return new Given(day(day), event);
  }

  public static When on(String day) {
    return new When(day, TODAY, "local");
  }

  /** The facts get the next positions in the order given, whatever their days. */
  public Specification<C> given(Given... more) {
    return given(Arrays.asList(more));
  }

  public Specification<C> given(Collection<Given> more) {
    var all = new ArrayList<>(facts);
    for (Given given : more) {
      long position = all.size() + 1L;
      all.add(new Fact(position, given.day(), new UUID(0, position), given.event()));
    }
    return new Specification<>(decider, all);
  }

  /** Facts of one day that answered one command. */
  public Specification<C> together(String day, Event... events) {
    var all = new ArrayList<>(facts);
    var command = new UUID(1, all.size() + 1L);
    for (Event event : events) {
      all.add(new Fact(all.size() + 1L, day(day), command, event));
    }
    return new Specification<>(decider, all);
  }

  public Outcome when(C command, When when) {
    var intent =
        new Intent<>(
            command,
            COMMAND,
            new Actor(new ActorId(when.actor()), null, null),
            new EffectiveOn(day(when.on()), null),
            day(when.today()),
            ZoneId.of("Europe/Paris"));
    Decision decision = Rounds.decide(decider, intent, admitted(facts));
    assertThat(Rounds.decide(decider, intent, admitted(facts.reversed())))
        .as("the same facts in another order of arrival decide the same")
        .isEqualTo(decision);
    return new Outcome(intent.effectiveOn(), decision);
  }

  private static Function<Boundary, Collection<Fact>> admitted(List<Fact> facts) {
    return boundary -> facts.stream().filter(boundary::admits).toList();
  }

  private static EffectiveDay day(String day) {
    return new EffectiveDay(LocalDate.parse(day));
  }

  /** What the rule answered. */
  public record Outcome(EffectiveOn effectiveOn, Decision decision) {

    public void then(Event... events) {
      assertThat(decision)
          .isEqualTo(
              new Decision.Accepted(
                  Arrays.stream(events).map(e -> new Draft(e, effectiveOn, COMMAND)).toList()));
    }

    /** Facts that take effect on days of their own. */
    public void thenOnTheirDays(Given... facts) {
      assertThat(decision)
          .isEqualTo(
              new Decision.Accepted(
                  Arrays.stream(facts)
                      .map(f -> new Draft(f.event(), new EffectiveOn(f.day(), null), COMMAND))
                      .toList()));
    }

    public void thenNothing() {
      then();
    }

    public Messages thenRefused(Rule... rules) {
      return thenRefusedAs(rules[0], rules);
    }

    public Messages thenRefusedAs(Rule whole, Rule... rules) {
      assertThat(decision).isInstanceOf(Decision.Refused.class);
      var refused = (Decision.Refused) decision;
      assertThat(refused.code()).isEqualTo(whole);
      assertThat(refused.refusals()).extracting(Refusal::rule).containsExactly(rules);
      assertThat(refused.refusals())
          .allSatisfy(r -> assertThat(r.message()).isNotBlank().doesNotContain("null"));
      return new Messages(refused.refusals());
    }
  }

  /** What people are told. */
  public record Messages(List<Refusal> refusals) {

    public Messages saying(String... parts) {
      assertThat(refusals.stream().map(Refusal::message).toList().toString()).contains(parts);
      return this;
    }

    public Messages atField(String... fields) {
      assertThat(refusals).extracting(Refusal::field).containsExactly(fields);
      return this;
    }

    public Messages about(Object... subjects) {
      assertThat(refusals)
          .extracting(Refusal::subject)
          .containsExactly(Arrays.stream(subjects).map(Object::toString).toArray(String[]::new));
      return this;
    }
  }
}
