package org.jalon.workload.span;

import org.jalon.kernel.EffectiveDay;

/**
 * What holds on days in the world.
 *
 * @param from first day at whose end it holds
 * @param until first day at whose end it does not hold any more; {@link #OPEN} while none is known
 */
public record Dated<V>(V value, EffectiveDay from, EffectiveDay until) {

  /** The end of what has no end yet. */
  public static final EffectiveDay OPEN = EffectiveDay.of(9999, 12, 31);

  /**
   * @throws IllegalArgumentException if it would hold on no day
   */
  public Dated {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from %s until %s holds on no day".formatted(from, until));
    }
  }

  /** Whether it holds at the end of a day. */
  public boolean on(EffectiveDay day) {
    return !from.isAfter(day) && until.isAfter(day);
  }
}
