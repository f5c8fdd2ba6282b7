package org.jalon.command.http;

import java.time.Duration;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.wiring.LostRace;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Problems;
import org.jalon.kernel.edge.Violation;
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

  private final Problems problems;

  LedgerProblems(Problems problems) {
    this.problems = problems;
  }

  /**
   * @throws RuntimeException the same, if it is none of the ledger's
   */
  static ProblemException of(RuntimeException e) {
    return switch (e) {
      case ProblemException known -> known;
      case LostRace lost -> ProblemException.lostRace(violation("LOST_RACE", lost));
      case LedgerException.Busy busy ->
          ProblemException.unavailable(violation("LEDGER_BUSY", busy), SOON);
      case LedgerException.Unavailable away ->
          ProblemException.unavailable(violation("STORE_UNAVAILABLE", away), SOON);
      case LedgerException.OutcomeUnknown unknown ->
          ProblemException.late(violation("OUTCOME_UNKNOWN", unknown));
      case LedgerException.Unstorable offending ->
          ProblemException.malformed(violation("UNSTORABLE", offending));
      default -> throw e;
    };
  }

  @ExceptionHandler
  ResponseEntity<Problem> ledger(LedgerException e) {
    return problems.problem(of(e));
  }

  @ExceptionHandler
  ResponseEntity<Problem> lostRace(LostRace e) {
    return problems.problem(of(e));
  }

  private static Violation violation(String code, RuntimeException e) {
    return Violation.of(code, String.valueOf(e.getMessage()));
  }
}
