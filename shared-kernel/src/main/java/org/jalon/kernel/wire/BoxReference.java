package org.jalon.kernel.wire;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What stands in clear in the place of a text. */
sealed interface BoxReference {

  /** The n-th box, from 0: {@code {"box": n}}. */
  record Box(int index) implements BoxReference {}

  /** Nothing to be read any more: {@code {"erased": "<instant>"}}. */
  record Erased(Instant at) implements BoxReference {}

  /** Writes the one field of the object that the generator stands in. */
  default void write(JsonGenerator out) {
    switch (this) {
      case Box(int index) -> out.writeNumberProperty("box", index);
      case Erased(Instant at) -> out.writeStringProperty("erased", at.toString());
    }
  }

  /** The reference that a node is, if it is one. */
  static Optional<BoxReference> of(JsonNode node) {
    if (node.size() != 1) {
      return Optional.empty();
    }
    if (node.path("box").isInt()) {
      return Optional.of(new Box(node.path("box").intValue()));
    }
    return node.path("erased").isString()
        ? Optional.of(new Erased(Instant.parse(node.path("erased").stringValue())))
        : Optional.empty();
  }
}
