package org.jalon.command.caseload;

import org.jalon.command.decision.Rule;

/** What naming, changing or releasing the referent of a case can be refused for. */
public enum CaseloadRule implements Rule {
  NO_REFERENT("Nobody is referent of the case on that day."),
  NOT_IN_POST("The professional holds no post on that day."),
  PROFESSION_NOT_ALLOWED("The programme does not admit referents of this profession."),
  REFERENT_ALREADY_ASSIGNED("The case has a referent already."),
  CASELOAD_CEILING_REACHED("The referent would have more open cases than the ceiling admits."),
  OVERRIDE_NOT_ALLOWED("Who approves holds no HEAD post in the team or its territory on that day.");

  private final String meaning;

  CaseloadRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
