package org.jalon.query.http;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Free text as an answer shows it. */
@Schema(
    description =
        "the text; or that it was erased, and when; or that its entry was redacted, when and by"
            + " which entry; or that it is withheld",
    oneOf = {
      String.class,
      ShownText.Erased.class,
      ShownText.Redacted.class,
      ShownText.Withheld.class
    })
sealed interface ShownText {

  /** Text that was opened. */
  record Opened(@JsonValue String text) implements ShownText {}

  /** Text whose key was destroyed. */
  record Erased(boolean erased, Instant erasedAt) implements ShownText {}

  /**
   * Text of an entry that was redacted.
   *
   * @param redactedBy position of the redaction
   */
  record Redacted(boolean redacted, Instant redactedAt, long redactedBy) implements ShownText {}

  /** Text whose sealed bytes are not in this copy. */
  record Withheld(boolean withheld) implements ShownText {}
}
