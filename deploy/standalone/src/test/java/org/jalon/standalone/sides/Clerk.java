package org.jalon.standalone.sides;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Outcome;

/** Writes down what is asked at random, today or late. */
final class Clerk {

  /** How many cases there are. */
  static final int CASES = 10;

  private static final List<String> FTES = List.of("0.04", "0.1", "0.3", "0.5", "1");

  private final CaseworkLedger ledger = new CaseworkLedger();
  private final Random random;
  private LocalDate today = LocalDate.of(2026, 1, 1);

  Clerk(long seed) {
    random = new Random(seed);
  }

  /** Days go by. */
  void waits() {
    today = today.plusDays(random.nextInt(3));
  }

  LocalDate today() {
    return today;
  }

  Random random() {
    return random;
  }

  CaseworkLedger ledger() {
    return ledger;
  }

  <C> void ask(Decider<C, ?> decider, C command, LocalDate on) {
    ledger.ask(
        decider,
        new Intent<>(
            command,
            ledger.nextCommand(),
            new Actor(new ActorId("local"), null, null),
            EffectiveOn.day(on),
            new EffectiveDay(today),
            ZoneId.of("Europe/Paris")));
  }

  void imported(Event event, LocalDate on) {
    ledger.record(new Draft(event, EffectiveOn.day(on), ledger.nextCommand()));
  }

  LocalDate past() {
    return today.minusDays(random.nextInt(3) > 0 ? random.nextInt(60) : 0);
  }

  LocalDate planned() {
    return today.plusDays(random.nextInt(-60, 60));
  }

  Outcome outcome() {
    return one(List.of(Outcome.values()));
  }

  ObjectiveId aim() {
    return new ObjectiveId("o" + random.nextInt(random.nextBoolean() ? 3 : 30));
  }

  CaseId aCase() {
    return new CaseId("c" + random.nextInt(CASES));
  }

  ProfessionalId professional() {
    return new ProfessionalId("p" + random.nextInt(5));
  }

  static Fte fte(String fte) {
    return new Fte(new BigDecimal(fte));
  }

  static Narrative text() {
    return new Narrative.Written("why");
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** How much somebody works in a post. */
  Fte share() {
    return fte(one(FTES));
  }
}
