package org.jalon.kernel;

import java.time.LocalDate;

/**
 * The day on which something holds in the world, in the zone of the installation; rules and
 * measures compare days.
 *
 * @param value from 1900-01-01 to 9999-12-31
 */
public record EffectiveDay(LocalDate value) implements Comparable<EffectiveDay> {

  /** No fact precedes this day. */
  public static final EffectiveDay FIRST = new EffectiveDay(LocalDate.of(1900, 1, 1));

  /**
   * @throws InvalidValue if the day lies outside the bounds
   */
  public EffectiveDay {
    if (value.getYear() < 1900 || value.getYear() > 9999) {
      throw new InvalidValue(
          "DAY_OUT_OF_RANGE",
          "day %s is not from 1900-01-01 to 9999-12-31; check the year".formatted(value));
    }
  }

  /** The day of a calendar date. */
  public static EffectiveDay of(int year, int month, int day) {
    return new EffectiveDay(LocalDate.of(year, month, day));
  }

  /** Whether this day comes before the other. */
  public boolean isBefore(EffectiveDay other) {
    return value.isBefore(other.value);
  }

  /** Whether this day comes after the other. */
  public boolean isAfter(EffectiveDay other) {
    return value.isAfter(other.value);
  }

  /** The later of the two. */
  public EffectiveDay orLater(EffectiveDay other) {
    return isBefore(other) ? other : this;
  }

  @Override
  public int compareTo(EffectiveDay other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
