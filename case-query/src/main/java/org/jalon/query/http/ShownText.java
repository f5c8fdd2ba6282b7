package org.jalon.query.http;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Free text as an answer shows it. */
@Schema(
    description = "the text; or that it was erased, and when; or that it is withheld",
    oneOf = {String.class, ShownText.Erased.class, ShownText.Withheld.class})
sealed interface ShownText {

  /** Text that was opened. */
  record Opened(@JsonValue String text) implements ShownText {}

  /** Text whose key was destroyed. */
  record Erased(boolean erased, Instant erasedAt) implements ShownText {}

  /** Text whose sealed bytes are not in this copy. */
  record Withheld(boolean withheld) implements ShownText {}
}
