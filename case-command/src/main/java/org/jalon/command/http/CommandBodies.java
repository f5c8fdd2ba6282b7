package org.jalon.command.http;

import java.io.IOException;
import java.io.InputStream;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies as JSON within their bounds. */
final class CommandBodies {

  private CommandBodies() {}

  /**
   * @param most bytes of the body
   * @throws ProblemException 413 if it is larger, 400 if it is no JSON within the bounds
   */
  static JsonNode read(InputStream body, int most, JsonMapper json) throws IOException {
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw ProblemException.tooLarge(
          Violation.of(
              "BODY_TOO_LARGE",
              "the body has more than %d bytes, the most that is read here".formatted(most)));
    }
    try {
      JsonNode node = json.readTree(bytes);
      if (node.isMissingNode()) {
        throw malformed("the body is empty; send JSON");
      }
      return node;
    } catch (StreamConstraintsException e) {
      throw malformed(
          "the body breaks a bound: at most %d levels of nesting, texts of %d characters, numbers of 100 digits"
              .formatted(CommandJson.DEPTH, CommandJson.TEXT));
    } catch (JacksonException e) {
      throw malformed(
          "the body is no JSON: %s at line %d, column %d"
              .formatted(problem(e), e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  /** What Jackson says without quoting the body. */
  private static String problem(JacksonException e) {
    String message = e.getOriginalMessage();
    return message != null && message.startsWith("Duplicate")
        ? "a field stands twice"
        : "it cannot be read";
  }

  private static ProblemException malformed(String message) {
    return ProblemException.malformed(Violation.of("JSON_MALFORMED", message));
  }
}
