package org.jalon.kernel;

/**
 * What a caseload per FTE is compared with; in cases per full-time equivalent.
 *
 * @param standard an average, regulated per team and profession, never a limit on a person
 * @param alert warns
 * @param ceiling refuses
 */
public record Norm(int standard, int alert, int ceiling) {

  /** Shipped: 20 accompaniments per FTE on average, a warning at 22, no more than 25. */
  public static final Norm SHIPPED = new Norm(20, 22, 25);

  /**
   * Values of several norms meet in one, so an alert may lie below the standard.
   *
   * @throws InvalidValue if a value is below 1
   */
  public Norm {
    if (standard < 1 || alert < 1 || ceiling < 1) {
      throw new InvalidValue(
          "NORM_OUT_OF_RANGE",
          "standard %d, alert %d, ceiling %d: each is at least 1"
              .formatted(standard, alert, ceiling));
    }
  }
}
