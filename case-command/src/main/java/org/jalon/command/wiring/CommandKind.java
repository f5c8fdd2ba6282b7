package org.jalon.command.wiring;

import java.util.List;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Right;
import org.jalon.command.decision.Rule;
import org.jalon.kernel.EffectiveDay;

/**
 * One kind of command: who may ask for it and what decides it.
 *
 * @param name public name
 * @param type the record that carries it
 * @param right what the actor needs
 * @param horizon how far ahead it may lie
 * @param rules what it can be refused for
 */
public record CommandKind<C>(
    String name,
    Class<C> type,
    Decider<C, ?> decider,
    Right right,
    Horizon horizon,
    List<Rule> rules) {

  /** How far in the future a fact may lie. */
  public enum Horizon {
    /** It happened already. */
    TODAY(0),
    /** Posts and who holds them are planned. */
    TWO_YEARS(24),
    /** Imported history is recorded as it was. */
    ANY(0);

    private static final EffectiveDay LAST_DAY = EffectiveDay.of(9999, 12, 31);

    private final int months;

    Horizon(int months) {
      this.months = months;
    }

    /** The last day that something may take effect on. */
    EffectiveDay last(EffectiveDay today) {
      return this == ANY ? LAST_DAY : new EffectiveDay(today.value().plusMonths(months));
    }
  }
}
