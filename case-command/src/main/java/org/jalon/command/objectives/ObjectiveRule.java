package org.jalon.command.objectives;

import org.jalon.command.decision.Rule;

/** What commands on objectives can be refused for. */
public enum ObjectiveRule implements Rule {
  CRITERIA_MISSING("An objective needs at least one criterion."),
  TOO_MANY_CRITERIA("An objective has at most 20 criteria."),
  OBJECTIVE_ID_TAKEN("Another objective of the case has this id."),
  OBJECTIVE_UNKNOWN("The case has no objective with this id."),
  OBJECTIVE_FINAL("An objective that was met or abandoned does not change any more."),
  CRITERION_UNKNOWN("A score names a criterion that the objective does not have."),
  CRITERION_TWICE("Two scores name one criterion.");

  private final String meaning;

  ObjectiveRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
