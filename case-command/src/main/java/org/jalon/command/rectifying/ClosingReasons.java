package org.jalon.command.rectifying;

import java.util.Optional;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jspecify.annotations.Nullable;

/** Another reason of a closure must be one that the closure could have been given. */
final class ClosingReasons {

  private ClosingReasons() {}

  static Optional<Refusal> refusal(Reading.Other reading) {
    Replacement replacement = reading.fact().replacement();
    return replacement == null
        ? Optional.empty()
        : switch (replacement.event()) {
          case AccompanimentClosed now when now.reason() == ClosureReason.REQUEST_ANSWERED ->
              notAllowed("REQUEST_ANSWERED closes cases without accompaniment");
          case AccompanimentClosed now ->
              refusal(now.reason(), now.note(), reasonOf(reading.standing().event()));
          case CaseClosed now ->
              refusal(now.reason(), now.note(), reasonOf(reading.standing().event()));
          case Event _ -> Optional.empty();
        };
  }

  private static Optional<Refusal> refusal(
      ClosureReason now, @Nullable Narrative note, @Nullable ClosureReason before) {
    if (now == ClosureReason.NOT_STATED && before != ClosureReason.NOT_STATED) {
      return notAllowed("NOT_STATED stands in imported history only");
    }
    return now == ClosureReason.OTHER && note == null
        ? Optional.of(
            Refusal.ofField(
                CommonRule.REASON_MISSING, "fields.note", "reason OTHER needs a note that says it"))
        : Optional.empty();
  }

  private static Optional<Refusal> notAllowed(String why) {
    return Optional.of(
        Refusal.ofField(
            RectifyingRule.FIELD_INVALID, "fields.reason", why + "; choose another reason"));
  }

  private static @Nullable ClosureReason reasonOf(Event event) {
    return switch (event) {
      case AccompanimentClosed closed -> closed.reason();
      case CaseClosed closed -> closed.reason();
      case Event _ -> null;
    };
  }
}
