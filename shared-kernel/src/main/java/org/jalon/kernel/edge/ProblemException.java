package org.jalon.kernel.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is answered by a problem document. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** 400: the request is malformed. */
  public static ProblemException malformed(Violation violation) {
    return of(400, "Malformed request", violation);
  }

  /** 403: this actor may not do this. */
  public static ProblemException denied(Violation violation) {
    return of(403, "Not allowed", violation);
  }

  /** 404: there is no such thing. */
  public static ProblemException unknown(Violation violation) {
    return of(404, "Unknown", violation);
  }

  /** 409: somebody else was faster, again and again; may be repeated as it is. */
  public static ProblemException lostRace(Violation violation) {
    return of(409, "Lost a race", violation);
  }

  /** 413: larger than the bound. */
  public static ProblemException tooLarge(Violation violation) {
    return of(413, "Too large", violation);
  }

  /** 422: refused by rules of the domain. */
  public static ProblemException refused(List<Violation> violations) {
    return new ProblemException(Problem.of(422, "Refused", violations), null);
  }

  /** 503: not now; nothing was recorded. */
  public static ProblemException unavailable(Violation violation, Duration retryAfter) {
    return new ProblemException(Problem.of(503, "Not available", List.of(violation)), retryAfter);
  }

  /** 504: something else did not answer in time. */
  public static ProblemException late(Violation violation) {
    return of(504, "Not in time", violation);
  }

  /** Any other status. */
  public static ProblemException of(int status, String title, Violation violation) {
    return new ProblemException(Problem.of(status, title, List.of(violation)), null);
  }

  /** What is answered. */
  public Problem problem() {
    return problem;
  }

  /** When to try again, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
