package org.jalon.command.state;

import org.jalon.command.decision.Decision;

/** What every command on posts asks. */
public final class StaffChecks {

  private StaffChecks() {}

  /** Accepts only what leaves every recorded fact of the posts that were read its ground. */
  public static Decision inserted(StaffStory story, Decision decision) {
    return decision instanceof Decision.Accepted(var drafts)
        ? story
            .contradiction(drafts)
            .map(found -> found.refusal("effectiveOn"))
            .map(Decision::refuse)
            .orElse(decision)
        : decision;
  }
}
