package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Cases per full-time equivalent, compared unrounded and rounded only when shown.
 *
 * @param cases 0 or more; a fraction where cases are weighted
 * @param fte 0 or more; at 0 there is no ratio
 */
public record Ratio(BigDecimal cases, BigDecimal fte) {

  private static final int DECIMALS = 2;

  /** Of a number of cases. */
  public static Ratio of(long cases, BigDecimal fte) {
    return new Ratio(BigDecimal.valueOf(cases), fte);
  }

  /** Whether there is a denominator. */
  public boolean exists() {
    return fte.signum() > 0;
  }

  /** Rounded half-up to two decimals; empty without a denominator. */
  public Optional<BigDecimal> shown() {
    return shown(DECIMALS);
  }

  /** Rounded half-up; empty without a denominator. */
  public Optional<BigDecimal> shown(int decimals) {
    return exists()
        ? Optional.of(cases.divide(fte, decimals, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  /** Whether there are more cases per FTE than that. */
  public boolean above(int casesPerFte) {
    return above(of(casesPerFte, BigDecimal.ONE));
  }

  /** Whether there are more cases per FTE than in another that exists. */
  public boolean above(Ratio other) {
    return exists() && against(other) > 0;
  }

  /** Whether there are as many cases per FTE as in another that exists, or more. */
  public boolean reaches(Ratio other) {
    return exists() && against(other) >= 0;
  }

  private int against(Ratio other) {
    return cases.multiply(other.fte).compareTo(other.cases.multiply(fte));
  }
}
