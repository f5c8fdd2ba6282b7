package org.jalon.command.state;

import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.command.CaseCommand;

/** What every command on a case asks first. */
public final class CaseChecks {

  private CaseChecks() {}

  /**
   * Refuses unknown cases, days to come, what would lie before a recorded fact of the case, and
   * cases that are closed on that day.
   */
  public static Optional<Refusal> open(Intent<? extends CaseCommand> intent, CaseLife life) {
    return known(intent, life)
        .or(() -> Dating.happened(intent))
        .or(() -> Dating.notBefore(intent, life.latest()))
        .or(() -> notClosed(intent, life));
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

  private static Optional<Refusal> notClosed(Intent<? extends CaseCommand> intent, CaseLife life) {
    String id = intent.command().caseId().value();
    return life.stage() == Stage.CLOSED
        ? Optional.of(
            new Refusal(
                CommonRule.CASE_CLOSED,
                "caseId",
                id,
                "case %s is closed since %s; only interventions up to that day can still be recorded"
                    .formatted(id, life.closedOn())))
        : Optional.empty();
  }
}
