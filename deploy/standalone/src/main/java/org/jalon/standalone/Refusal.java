package org.jalon.standalone;

import java.util.List;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.Violation;
import org.springframework.http.HttpStatus;

/** The problem document of a request that reached no controller. */
final class Refusal {

  private static final int FAILED = 500;

  private Refusal() {}

  static Problem of(int status) {
    HttpStatus named = HttpStatus.resolve(status);
    String code = named == null ? "HTTP_" + status : named.name();
    String title = named == null ? "Problem" : named.getReasonPhrase();
    return Problem.of(status, title, List.of(Violation.of(code, message(status))));
  }

  private static String message(int status) {
    return switch (status) {
      case 400 ->
          "address or headers are malformed, or together larger than 16 KB; mend or shorten them";
      case 404 -> "there is nothing at this path; GET / names what there is";
      case 405 -> "this path does not take this method; GET /api/openapi names those it takes";
      case 413 -> "the body is larger than this path takes";
      case 414, 431 -> "address and headers together have at most 16 KB; shorten them";
      default ->
          status >= FAILED
              ? "something went wrong inside Jalon; its log says what"
              : "the request cannot be answered; GET /api/openapi says what can be asked";
    };
  }
}
