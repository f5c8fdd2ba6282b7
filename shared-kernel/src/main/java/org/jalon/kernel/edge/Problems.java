package org.jalon.kernel.edge;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.wire.KeyUnavailable;
import org.jalon.kernel.wire.UnreadableBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Everything that goes wrong in a request, as one kind of problem document. */
@RestControllerAdvice
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** The advice. */
  public Problems() {}

  /** The answer that carries a problem, for other advices too. */
  @ExceptionHandler
  public ResponseEntity<Problem> problem(ProblemException e) {
    var headers = new HttpHeaders();
    e.retryAfter()
        .ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds())));
    return answer(e.problem(), headers);
  }

  /** The problem that an exception stands for where several requests came as one. */
  public Problem of(RuntimeException e) {
    ResponseEntity<Problem> answer =
        switch (e) {
          case ProblemException known -> problem(known);
          case InvalidValue value -> invalid(value);
          case KeyUnavailable away -> keysAway(away);
          default -> anythingElse(e);
        };
    return Objects.requireNonNull(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<Problem> invalid(InvalidValue e) {
    return problem(
        ProblemException.malformed(Violation.of(e.code(), String.valueOf(e.getMessage()))));
  }

  @ExceptionHandler
  ResponseEntity<Problem> mistyped(MethodArgumentTypeMismatchException e) {
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof InvalidValue invalid) {
      return problem(
          ProblemException.malformed(
              Violation.ofField(
                  invalid.code(), e.getName(), String.valueOf(invalid.getMessage()))));
    }
    return problem(
        ProblemException.malformed(
            Violation.ofField(
                "PARAMETER_MALFORMED",
                e.getName(),
                "parameter %s is not a %s"
                    .formatted(
                        e.getName(),
                        e.getRequiredType() == null
                            ? "valid value"
                            : e.getRequiredType().getSimpleName()))));
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(MissingServletRequestParameterException e) {
    return problem(
        ProblemException.malformed(
            Violation.ofField(
                "PARAMETER_MISSING",
                e.getParameterName(),
                "parameter %s is missing".formatted(e.getParameterName()))));
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadableBody(HttpMessageNotReadableException e) {
    return problem(
        ProblemException.malformed(
            Violation.of(
                "BODY_MALFORMED",
                e.getMostSpecificCause() instanceof InvalidValue invalid
                    ? String.valueOf(invalid.getMessage())
                    : "the body is missing or is not the JSON that this call takes")));
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(UnreadableBox e) {
    LOG.error("a sealed text cannot be opened", e);
    return problem(
        ProblemException.of(
            500,
            "Cannot be opened",
            Violation.of("TEXT_UNREADABLE", String.valueOf(e.getMessage()))));
  }

  @ExceptionHandler
  ResponseEntity<Problem> keysAway(KeyUnavailable e) {
    LOG.error("the key store does not answer", e);
    return problem(
        ProblemException.unavailable(
            Violation.of(
                "KEYS_UNAVAILABLE",
                "the key store does not answer or lacks its wrapping key; the log says which"),
            SOON));
  }

  @ExceptionHandler
  ResponseEntity<Problem> ledgerAway(FeedUnavailable e) {
    LOG.error("the ledger cannot be read", e);
    return storeAway();
  }

  @ExceptionHandler
  ResponseEntity<Problem> stopping(InterruptedException e) {
    LOG.debug("interrupted", e);
    Thread.currentThread().interrupt();
    return storeAway();
  }

  @ExceptionHandler
  ResponseEntity<Problem> storeFailed(SQLException e) {
    if (!passes(e)) {
      return anythingElse(e);
    }
    LOG.error("the database does not answer", e);
    return storeAway();
  }

  /**
   * No connection, no resources, stopped by an operator, or a lost race: not a fault of the SQL.
   */
  private static boolean passes(SQLException e) {
    String state = e.getSQLState();
    return state == null
        || state.length() < 2
        || e instanceof SQLTransientException
        || List.of("08", "40", "53", "55", "57", "58").contains(state.substring(0, 2));
  }

  private ResponseEntity<Problem> storeAway() {
    return problem(
        ProblemException.unavailable(
            Violation.of("STORE_UNAVAILABLE", "the database does not answer; repeat the request"),
            SOON));
  }

  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("the client went away: {}", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Problem> anythingElse(Exception e) {
    if (e instanceof ErrorResponse known) {
      return framework(known);
    }
    LOG.error("a request failed for a reason nobody decided", e);
    return problem(
        ProblemException.of(
            500,
            "Failed",
            Violation.of("INTERNAL", "something went wrong inside Jalon; its log says what")));
  }

  private static ResponseEntity<Problem> framework(ErrorResponse known) {
    HttpStatusCode status = known.getStatusCode();
    HttpStatus named = HttpStatus.resolve(status.value());
    String code = named == null ? "HTTP_" + status.value() : named.name();
    String detail = known.getBody().getDetail();
    String message = detail == null ? code : detail;
    var problem = Problem.of(status.value(), title(named), List.of(Violation.of(code, message)));
    var headers = new HttpHeaders();
    headers.putAll(known.getHeaders());
    return answer(problem, headers);
  }

  private static String title(@Nullable HttpStatus named) {
    return named == null ? "Problem" : named.getReasonPhrase();
  }

  private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(problem.status()));
  }
}
