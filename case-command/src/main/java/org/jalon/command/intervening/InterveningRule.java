package org.jalon.command.intervening;

import org.jalon.command.decision.Rule;

/** What recording an intervention can be refused for. */
public enum InterveningRule implements Rule {
  INTERVENTION_ID_TAKEN("Another intervention of the case has this id."),
  CASE_NOT_OPEN_YET("The case was not open on that day.");

  private final String meaning;

  InterveningRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
