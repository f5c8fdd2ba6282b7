package org.jalon.command.planning;

import org.jalon.command.decision.Rule;

/** What planning can be refused for. */
public enum PlanningRule implements Rule {
  END_BEFORE_START("The planned end lies before the day of the plan.");

  private final String meaning;

  PlanningRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
