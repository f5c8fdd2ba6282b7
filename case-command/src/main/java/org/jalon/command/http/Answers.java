package org.jalon.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.wiring.Outcome;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;

/** Outcomes as the API shows them. */
final class Answers {

  /**
   * A command that holds.
   *
   * @param position token to hand to readers
   * @param dryRun true when nothing was recorded because only a trial was asked for
   * @param events what was recorded, now or by an earlier command of the same id
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Accepted(
      UUID commandId, String position, @Nullable Boolean dryRun, List<RecordedFact> events) {}

  /**
   * One recorded fact.
   *
   * @param type stored name of the event
   * @param position its place in the ledger; absent in a dry run
   * @param recordedAt when it was recorded; absent in a dry run
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RecordedFact(String type, @Nullable Long position, @Nullable Instant recordedAt) {}

  private Answers() {}

  /** The answer body: {@link Accepted} or {@link Problem}. */
  static Object of(LedgerId ledger, UUID commandId, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted ->
          new Accepted(
              commandId,
              new PositionToken(ledger, accepted.position()).toString(),
              null,
              accepted.facts().stream()
                  .map(fact -> new RecordedFact(fact.type(), fact.position(), fact.recordedAt()))
                  .toList());
      case Outcome.WouldRecord would ->
          new Accepted(
              commandId,
              new PositionToken(ledger, would.position()).toString(),
              true,
              would.types().stream().map(type -> new RecordedFact(type, null, null)).toList());
      case Outcome.Refused refused -> problem(refused.decision());
      case Outcome.Denied denied ->
          Problem.of(
              403,
              "Not allowed",
              List.of(
                  Violation.of(
                      "DENIED", "this needs the right %s".formatted(denied.right().name()))));
    };
  }

  private static Problem problem(Decision.Refused refused) {
    boolean unknown =
        refused.code() == CommonRule.CASE_UNKNOWN || refused.code() == CommonRule.ENTRY_UNKNOWN;
    List<Violation> violations =
        refused.refusals().stream()
            .map(
                refusal ->
                    new Violation(
                        refusal.rule().name(),
                        refusal.field(),
                        refusal.subject(),
                        refusal.message()))
            .toList();
    return new Problem(
        "about:blank",
        unknown ? "Unknown" : "Refused",
        unknown ? 404 : 422,
        violations.size() == 1 ? violations.getFirst().message() : refused.code().meaning(),
        refused.code().name(),
        violations);
  }
}
