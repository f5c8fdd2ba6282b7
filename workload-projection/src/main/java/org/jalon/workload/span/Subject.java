package org.jalon.workload.span;

import java.util.Optional;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.OfferEvent;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkforceEvent;
import org.jalon.kernel.event.WorkingTimeChanged;

/** Whose timeline is folded to spans. */
public record Subject(Kind kind, String id) {

  /** The kinds of subjects that have a timeline here. */
  public enum Kind {
    /** A case. */
    CASE,
    /** A post. */
    POST
  }

  /** The subject whose spans a fact may move; empty for facts that move none. */
  public static Optional<Subject> movedBy(Event event) {
    return switch (event) {
      case CaseEvent fact when CaseHistory.moves(fact) ->
          Optional.of(new Subject(Kind.CASE, fact.caseId().value()));
      case CaseEvent _, OfferEvent _, EntryRectified _ -> Optional.empty();
      case WorkforceEvent fact -> movedBy(fact);
    };
  }

  private static Optional<Subject> movedBy(WorkforceEvent event) {
    return switch (event) {
      case PostOpened fact -> post(fact.postId().value());
      case PostResized fact -> post(fact.postId().value());
      case PostFilled fact -> post(fact.postId().value());
      case WorkingTimeChanged fact -> post(fact.postId().value());
      case PostVacated fact -> post(fact.postId().value());
      case PostClosed fact -> post(fact.postId().value());
      case TerritoryCreated _, TeamCreated _, CaseloadAboveCeiling _ -> Optional.empty();
    };
  }

  private static Optional<Subject> post(String id) {
    return Optional.of(new Subject(Kind.POST, id));
  }
}
