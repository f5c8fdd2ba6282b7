package org.jalon.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Full-time equivalent (ETP): contracted hours divided by full-time hours.
 *
 * @param value more than 0, at most 1000, with at most four decimals
 */
public record Fte(BigDecimal value) implements Comparable<Fte> {

  private static final BigDecimal MOST = BigDecimal.valueOf(1000);
  private static final int DECIMALS = 4;

  /** One full-time post. */
  public static final Fte ONE = new Fte(BigDecimal.ONE);

  /**
   * @throws InvalidValue if the value is out of bounds
   */
  public Fte {
    if ((long) value.precision() - value.scale() > 10 || value.scale() > 50) {
      throw refused("an absurd number");
    }
    value = value.stripTrailingZeros();
    if (value.signum() <= 0 || value.compareTo(MOST) > 0 || value.scale() > DECIMALS) {
      throw refused(value.toPlainString());
    }
    value = value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY);
  }

  /** Whether more than one full-time post. */
  public boolean moreThanFullTime() {
    return compareTo(ONE) > 0;
  }

  @Override
  public int compareTo(Fte other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }

  private static InvalidValue refused(String found) {
    return new InvalidValue(
        "FTE_OUT_OF_RANGE",
        "FTE %s is not more than 0 and at most 1000 with at most four decimals".formatted(found));
  }
}
