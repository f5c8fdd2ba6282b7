package org.jalon.benchmark;

/**
 * How much a referent has behind them, and how often a decision about them is measured.
 *
 * @param referents of the same extent, asked in turn
 * @param cases of each
 * @param open of them at the end
 * @param interventions in each case
 * @param warmUps decisions of each mode before anything is measured
 * @param decisions measured of each mode
 */
record Extent(int referents, int cases, int open, int interventions, int warmUps, int decisions) {

  /** Twenty referents of 250 cases and 15,000 interventions. */
  static final Extent FULL = new Extent(20, 250, 24, 60, 200, 500);

  /** Cases without a referent that each must find to be assigned. */
  int spare() {
    return 2 * (warmUps + decisions) / referents + 2;
  }
}
