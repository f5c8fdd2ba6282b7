package org.jalon.command.handingover;

import org.jalon.command.decision.Rule;

/** What hand-overs alone can be refused for. */
public enum HandOverRule implements Rule {
  HAND_OVER_PENDING("A hand-over of the case waits for its receiver already."),
  NO_HAND_OVER_PENDING("No hand-over of the case waits for its receiver on that day."),
  NOT_RECEIVER("Only who was asked to take the case over answers for it."),
  OVERLAP_BEFORE_START("The overlap would end before the day of the proposal.");

  private final String meaning;

  HandOverRule(String meaning) {
    this.meaning = meaning;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
