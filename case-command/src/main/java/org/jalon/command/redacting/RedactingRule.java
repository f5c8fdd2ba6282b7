package org.jalon.command.redacting;

import org.jalon.command.decision.Rule;

/** What redacting can be refused for. */
public enum RedactingRule implements Rule {
  ENTRY_WITHOUT_TEXT("The entry holds no free text of its own.");

  private final String meaning;

  RedactingRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
