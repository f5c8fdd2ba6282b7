package org.jalon.kernel.event;

import org.jalon.kernel.InvalidValue;

/**
 * The score of one criterion of an objective.
 *
 * @param criterion its place in the objective's list, from 1
 * @param score 0 (not at all) to 10 (fully)
 */
public record Score(int criterion, int score) {

  private static final int MOST = 10;

  /**
   * @throws InvalidValue if the criterion is below 1 or the score out of bounds
   */
  public Score {
    if (criterion < 1 || score < 0 || score > MOST) {
      throw new InvalidValue(
          "SCORE_OUT_OF_RANGE",
          "criterion %d with score %d: criteria count from 1, scores go from 0 to %d"
              .formatted(criterion, score, MOST));
    }
  }
}
