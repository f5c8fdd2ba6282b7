package org.jalon.command.adhering;

import org.jalon.command.decision.Rule;

/** What proposals and adhesions alone can be refused for. */
public enum AdheringRule implements Rule {
  ALREADY_PROPOSED("An accompaniment is proposed already."),
  NOT_PROPOSED("No accompaniment was proposed.");

  private final String meaning;

  AdheringRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
