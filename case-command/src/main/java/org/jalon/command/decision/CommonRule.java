package org.jalon.command.decision;

/** Rules that many commands share. */
public enum CommonRule implements Rule {
  CASE_UNKNOWN("There is no case with this id."),
  ENTRY_UNKNOWN("There is no entry at this position, or with this id."),
  CASE_ID_TAKEN("Another case has this id."),
  CASE_ALREADY_OPEN("The household has an open case in the programme on that day or later."),
  CASE_CLOSED("The case is closed."),
  WRONG_STATE("The case is not in the stage that this needs."),
  EFFECTIVE_IN_FUTURE(
      "This can only be recorded once it has happened; teams, posts and norms up to 24 months"
          + " ahead."),
  CONTRADICTS_RECORDED_FACT(
      "A fact already recorded lies after this day or would not hold any more."),
  REASON_MISSING("A reason is needed, and for OTHER a note that says it."),
  PROGRAMME_UNKNOWN("No programme has this id on that day."),
  TEAM_UNKNOWN("No team has this id on that day."),
  TERRITORY_UNKNOWN("No territory has this id on that day."),
  COMMAND_ID_REUSED("The command id was used before for a command with another content.");

  private final String meaning;

  CommonRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
