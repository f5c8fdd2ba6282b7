package org.jalon.benchmark;

/**
 * How much a referent has behind them, and how often a decision about them is measured.
 *
 * @param referents of the same extent, asked in turn: one half to warm up with, the other measured
 * @param cases of each
 * @param open of them at the end
 * @param interventions in each case
 * @param warmUps decisions of each mode before anything is measured
 * @param decisions measured of each mode
 */
record Extent(int referents, int cases, int open, int interventions, int warmUps, int decisions) {

  /**
   * Twenty referents to warm up with and twenty to measure, of 250 cases and 15,000 interventions.
   */
  static final Extent FULL = new Extent(40, 250, 24, 60, 800, 500);

  /** Cases without a referent that each must find to be assigned. */
  int spare() {
    return 2 * Math.max(warmUps, decisions) / half() + 4;
  }

  /** Those who are measured, and as many before them who are not. */
  int half() {
    return referents / 2;
  }
}
