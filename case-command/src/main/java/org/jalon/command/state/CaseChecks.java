package org.jalon.command.state;

import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.command.CaseCommand;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** What every command on a case asks first. */
public final class CaseChecks {

  private CaseChecks() {}

  /** Refuses unknown and closed cases, and what would lie before a recorded fact of the case. */
  public static Optional<Refusal> open(Intent<? extends CaseCommand> intent, CaseLife life) {
    return known(intent, life)
        .or(() -> notClosed(intent, life))
        .or(() -> notBefore(intent, life.latest()));
  }

  /** Refuses unknown cases. */
  public static Optional<Refusal> known(Intent<? extends CaseCommand> intent, CaseLife life) {
    String id = intent.command().caseId().value();
    return life.exists()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                CommonRule.CASE_UNKNOWN,
                "caseId",
                id,
                "there is no case %s; check the id or open the case first".formatted(id)));
  }

  /** Refuses what would lie before a fact that is already recorded. */
  public static Optional<Refusal> notBefore(Intent<?> intent, @Nullable Fact latest) {
    if (latest == null || !intent.day().isBefore(latest.day())) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.ofField(
            CommonRule.CONTRADICTS_RECORDED_FACT,
            "effectiveOn",
            "%s lies before the %s recorded at position %d for %s; give that day or a later one"
                .formatted(
                    intent.day(),
                    latest.event().getClass().getSimpleName(),
                    latest.position(),
                    latest.day())));
  }

  private static Optional<Refusal> notClosed(Intent<? extends CaseCommand> intent, CaseLife life) {
    String id = intent.command().caseId().value();
    return life.stage() == Stage.CLOSED
        ? Optional.of(
            new Refusal(
                CommonRule.CASE_CLOSED,
                "caseId",
                id,
                "case %s is closed since %s; nothing more can be recorded on it"
                    .formatted(id, life.closedOn())))
        : Optional.empty();
  }
}
