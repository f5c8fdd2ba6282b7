package org.jalon.kernel;

/**
 * Measured working time of one intervention; what was not measured has no value at all.
 *
 * @param value 1 to 1440, a day
 */
public record Minutes(int value) {

  /** The minutes of a day, the most that one intervention can take. */
  public static final int MOST = 1440;

  /**
   * @throws InvalidValue if the value is out of bounds
   */
  public Minutes {
    if (value < 1 || value > MOST) {
      throw new InvalidValue(
          "MINUTES_OUT_OF_RANGE",
          "%d minutes is not 1 to %d; leave the field out when time was not measured"
              .formatted(value, MOST));
    }
  }
}
