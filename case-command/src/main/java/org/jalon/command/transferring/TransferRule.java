package org.jalon.command.transferring;

import org.jalon.command.decision.Rule;

/** What transfers alone can be refused for. */
public enum TransferRule implements Rule {
  TRANSFER_EMPTY("A transfer names at least one case."),
  TOO_MANY_CASES("A transfer names at most 1,000 cases."),
  CASE_TWICE("A transfer names each case once."),
  NOT_REFERENT("Who hands the case over is not its referent on that day.");

  private final String meaning;

  TransferRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
