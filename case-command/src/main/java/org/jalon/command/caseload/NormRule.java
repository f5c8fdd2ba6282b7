package org.jalon.command.caseload;

import org.jalon.command.decision.Rule;

/** What adopting a norm can be refused for. */
public enum NormRule implements Rule {
  NORM_EMPTY("The norm states neither a value nor a share."),
  NORM_OUT_OF_RANGE(
      "Each value is from 1 to 1000, and the standard at most the alert, the alert at most the"
          + " ceiling."),
  SHARES_OUT_OF_RANGE(
      "Each share is within 0 and 100 percent, its minimum at most its maximum, each mode once, the"
          + " minimums 100 in sum at most.");

  private final String meaning;

  NormRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
