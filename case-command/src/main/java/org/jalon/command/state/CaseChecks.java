package org.jalon.command.state;

import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.command.CaseCommand;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.timeline.Fact;

/** What every command on a case asks. */
public final class CaseChecks {

  private CaseChecks() {}

  /** Refuses unknown cases, days to come, and cases that are not open on that day. */
  public static Optional<Refusal> open(Intent<? extends CaseCommand> intent, CaseStory story) {
    return open(intent, intent.command().caseId(), story);
  }

  /** The same for one case of several. */
  public static Optional<Refusal> open(Intent<?> intent, CaseId id, CaseStory story) {
    return begun(intent, id, story).or(() -> notClosed(id, story.life(intent.day())));
  }

  /** Refuses unknown cases, days to come, and days before the opening. */
  public static Optional<Refusal> begun(Intent<?> intent, CaseId id, CaseStory story) {
    return known(id, story.life())
        .or(() -> Dating.happened(intent))
        .or(() -> notOpenYet(intent, id, story));
  }

  /** Refuses unknown cases. */
  public static Optional<Refusal> known(CaseId id, CaseLife life) {
    return life.exists()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                CommonRule.CASE_UNKNOWN,
                "caseId",
                id.value(),
                "there is no case %s; check the id or open the case first".formatted(id)));
  }

  /** Accepts only what leaves every recorded fact of the case its ground. */
  public static Decision inserted(Intent<?> intent, CaseStory story, Decision decision) {
    return decision instanceof Decision.Accepted(var drafts)
        ? story
            .contradiction(drafts)
            .map(found -> found.refusal("effectiveOn"))
            .map(Decision::refuse)
            .orElse(decision)
        : decision;
  }

  private static Optional<Refusal> notOpenYet(Intent<?> intent, CaseId id, CaseStory story) {
    return story.timeline().facts().stream()
        .filter(fact -> fact.event() instanceof CaseOpened)
        .filter(fact -> fact.day().isAfter(intent.day()))
        .findFirst()
        .map(fact -> before(intent, id, fact));
  }

  private static Refusal before(Intent<?> intent, CaseId id, Fact opening) {
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        "effectiveOn",
        id.value(),
        "%s lies before the CaseOpened recorded at position %d for %s; give that day or a later one"
            .formatted(intent.day(), opening.position(), opening.day()));
  }

  private static Optional<Refusal> notClosed(CaseId id, CaseLife life) {
    return life.stage() == Stage.CLOSED
        ? Optional.of(
            new Refusal(
                CommonRule.CASE_CLOSED,
                "caseId",
                id.value(),
                "case %s is closed since %s; give an earlier day, or ReopenCase"
                    .formatted(id, life.closedOn())))
        : Optional.empty();
  }
}
