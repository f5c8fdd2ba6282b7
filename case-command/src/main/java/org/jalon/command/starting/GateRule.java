package org.jalon.command.starting;

import org.jalon.command.decision.Rule;

/** What is missing before an accompaniment can start. */
public enum GateRule implements Rule {
  NOT_FORMALISED("The accompaniment is not formalised; the violations list all that is missing."),
  ADHESION_MISSING("The agreement of the person is missing."),
  OBJECTIVE_MISSING("At least one objective with criteria is missing."),
  DURATION_MISSING("A planned duration that is not over is missing."),
  REFERENT_MISSING("The referent is missing.");

  private final String meaning;

  GateRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
