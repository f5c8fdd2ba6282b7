package org.jalon.workload.span;

import java.util.Optional;
import org.jalon.kernel.PostId;
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

  /** A post. */
  public static Subject of(PostId id) {
    return new Subject(Kind.POST, id.value());
  }

  /** Whether a fact may move the spans of this subject. */
  public boolean isMovedBy(Event event) {
    return movedBy(event).filter(this::equals).isPresent();
  }

  /**
   * The subject whose spans a fact may move; empty for facts that move none. Whose spans a
   * rectification moves depends on the entry that it rectifies.
   */
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
      case PostOpened fact -> Optional.of(of(fact.postId()));
      case PostResized fact -> Optional.of(of(fact.postId()));
      case PostFilled fact -> Optional.of(of(fact.postId()));
      case WorkingTimeChanged fact -> Optional.of(of(fact.postId()));
      case PostVacated fact -> Optional.of(of(fact.postId()));
      case PostClosed fact -> Optional.of(of(fact.postId()));
      case TerritoryCreated _, TeamCreated _, CaseloadAboveCeiling _ -> Optional.empty();
    };
  }
}
