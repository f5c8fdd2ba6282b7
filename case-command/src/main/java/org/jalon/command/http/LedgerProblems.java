package org.jalon.command.http;

import java.time.Duration;
import java.util.UUID;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.checkpoint.CheckpointsUnavailable;
import org.jalon.command.wiring.LostRace;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Problems;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the ledger and its races can answer instead of a decision, as problem documents. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LedgerProblems {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final Problems problems;

  LedgerProblems(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param commandId of the command that failed, to be sent again; absent outside a command
   * @throws RuntimeException the same, if it is none of the ledger's
   */
  static ProblemException of(RuntimeException e, @Nullable UUID commandId) {
    return switch (e) {
      case LostRace _ -> ProblemException.lostRace(violation("LOST_RACE", e, commandId));
      case LedgerException.Busy _ ->
          ProblemException.unavailable(violation("LEDGER_BUSY", e, commandId), SOON);
      case LedgerException.Unavailable _ ->
          ProblemException.unavailable(violation("STORE_UNAVAILABLE", e, commandId), SOON);
      case LedgerException.HistoryForked _ ->
          ProblemException.unavailable(violation("HISTORY_FORKED", e, commandId), LATER);
      case LedgerException.OutcomeUnknown _ ->
          ProblemException.late(violation("OUTCOME_UNKNOWN", e, commandId));
      case LedgerException.Unstorable _ ->
          ProblemException.malformed(violation("UNSTORABLE", e, commandId));
      default -> throw e;
    };
  }

  @ExceptionHandler
  ResponseEntity<Problem> ledger(LedgerException e) {
    return problems.problem(of(e, null));
  }

  /** Its message names files; that is for the log. */
  @ExceptionHandler
  ResponseEntity<Problem> checkpoints(CheckpointsUnavailable e) {
    System.getLogger(LedgerProblems.class.getName())
        .log(System.Logger.Level.ERROR, "checkpoints cannot be used", e);
    return problems.problem(
        ProblemException.unavailable(
            Violation.of(
                "CHECKPOINTS_UNAVAILABLE", "the checkpoints cannot be used; the log says why"),
            SOON));
  }

  @ExceptionHandler
  ResponseEntity<Problem> lostRace(LostRace e) {
    return problems.problem(of(e, null));
  }

  private static Violation violation(String code, RuntimeException e, @Nullable UUID commandId) {
    String message = String.valueOf(e.getMessage());
    return commandId == null
        ? Violation.of(code, message)
        : new Violation(code, "commandId", commandId.toString(), message);
  }
}
