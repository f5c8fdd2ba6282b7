package org.jalon.command.closing;

import org.jalon.command.decision.Rule;

/** What closing can be refused for. */
public enum ClosingRule implements Rule {
  OBJECTIVES_PENDING("Objectives are neither evaluated nor abandoned; the violations list them."),
  REASON_NOT_ALLOWED("The reason does not fit what is closed.");

  private final String meaning;

  ClosingRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
