package org.jalon.command.takingover;

import org.jalon.command.decision.Rule;

/** What an imported line can be refused for, beside the common rules. */
public enum ImportRule implements Rule {
  OTHER_PROGRAMME("The case exists in another programme."),
  CASE_ALREADY_OPEN("The household has another case open in the programme at that time."),
  TEAM_IN_OTHER_TERRITORY("The team belongs to another territory."),
  TERRITORY_UNKNOWN("The territory did not exist on that day."),
  VACANT_POST_WITHOUT_END("The end of a post that nobody holds cannot be recorded."),
  POST_OVERFILLED("The post would be filled beyond its FTE."),
  OVER_FULL_TIME("The professional would work more than one full-time post.");

  private final String meaning;

  ImportRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
