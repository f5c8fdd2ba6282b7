package org.jalon.command.opening;

import org.jalon.command.decision.Rule;

/** What {@code OpenCase} alone can be refused for. */
public enum OpeningRule implements Rule {
  CASE_ALREADY_OPEN("The household has an open case in this programme on that day or later.");

  private final String meaning;

  OpeningRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
