package org.jalon.command.http;

import java.util.Arrays;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.Purpose;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;

/** Who asks, as the headers say until there is login. */
final class Actors {

  static final String ACTOR = "Jalon-Actor";
  static final String PURPOSE = "Jalon-Purpose";

  private Actors() {}

  /**
   * @throws ProblemException 400 if a header is malformed
   */
  static Actor of(@Nullable String actor, @Nullable String purpose) {
    return new Actor(
        actor == null ? Actor.LOCAL.id() : id(actor), null, purpose == null ? null : code(purpose));
  }

  private static ActorId id(String text) {
    try {
      return new ActorId(text);
    } catch (InvalidValue e) {
      throw ProblemException.malformed(
          Violation.ofField(e.code(), ACTOR, String.valueOf(e.getMessage())));
    }
  }

  private static Purpose code(String text) {
    return Arrays.stream(Purpose.values())
        .filter(purpose -> purpose.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.malformed(
                    Violation.ofField(
                        "PURPOSE_UNKNOWN",
                        PURPOSE,
                        "a purpose is one of %s".formatted(Arrays.toString(Purpose.values())))));
  }
}
