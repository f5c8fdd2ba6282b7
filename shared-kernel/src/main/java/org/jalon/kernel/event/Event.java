package org.jalon.kernel.event;

import java.util.Optional;
import org.jalon.kernel.CaseId;

/** A fact that was recorded and will never change. */
public sealed interface Event permits CaseEvent, WorkforceEvent, OfferEvent, EntryRectified {

  /** The case that an event belongs to, if it belongs to one. */
  static Optional<CaseId> caseOf(Event event) {
    return switch (event) {
      case CaseEvent e -> Optional.of(e.caseId());
      case EntryRectified e -> Optional.ofNullable(e.caseId());
      case WorkforceEvent _, OfferEvent _ -> Optional.empty();
    };
  }
}
