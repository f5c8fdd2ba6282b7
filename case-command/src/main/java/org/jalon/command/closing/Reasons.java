package org.jalon.command.closing;

import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/** A closure says why, and for OTHER says it in words. */
final class Reasons {

  private Reasons() {}

  static Optional<Refusal> missing(@Nullable ClosureReason reason, @Nullable Narrative note) {
    if (reason == null) {
      return Optional.of(
          Refusal.ofField(
              CommonRule.REASON_MISSING, "reason", "say why; the catalogue lists the reasons"));
    }
    if (reason == ClosureReason.OTHER && note == null) {
      return Optional.of(
          Refusal.ofField(
              CommonRule.REASON_MISSING, "note", "reason OTHER needs a note that says it"));
    }
    if (reason == ClosureReason.NOT_STATED) {
      return Optional.of(
          Refusal.ofField(
              ClosingRule.REASON_NOT_ALLOWED,
              "reason",
              "NOT_STATED stands in imported history only; say why"));
    }
    return Optional.empty();
  }
}
