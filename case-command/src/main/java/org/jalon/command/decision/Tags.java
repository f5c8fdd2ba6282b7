package org.jalon.command.decision;

import java.util.Set;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;

/**
 * The subjects of every event. Only facts that make or end a mandate name the referent: a tag must
 * stay true for ever.
 */
public final class Tags {

  private Tags() {}

  /** The tags of an event, without that of its command. */
  public static Set<Tag> of(Event event) {
    return switch (event) {
      case CaseOpened e -> Set.of(Tag.of(e.caseId()), Tag.of(e.household()));
      case AccompanimentProposed e -> Set.of(Tag.of(e.caseId()));
      case AdhesionGiven e -> Set.of(Tag.of(e.caseId()));
      case ObjectiveSet e -> Set.of(Tag.of(e.caseId()));
      case DurationPlanned e -> Set.of(Tag.of(e.caseId()));
      case ReferentAssigned e -> Set.of(Tag.of(e.caseId()), Tag.referent(e.referent()));
      case CaseloadCeilingOverridden e -> Set.of(Tag.of(e.caseId()));
      case AccompanimentStarted e -> Set.of(Tag.of(e.caseId()));
      case InterventionRecorded e ->
          Set.of(Tag.of(e.caseId()), Tag.of(e.interventionId()), Tag.worker(e.by()));
      case ObjectiveEvaluated e -> Set.of(Tag.of(e.caseId()));
      case ObjectiveAbandoned e -> Set.of(Tag.of(e.caseId()));
      case AccompanimentClosed e -> Set.of(Tag.of(e.caseId()));
      case CaseClosed e -> Set.of(Tag.of(e.caseId()));
      case ForeignNumberKept e -> Set.of(Tag.of(e.caseId()));
      case TerritoryCreated e -> Set.of(Tag.of(e.territoryId()));
      case TeamCreated e -> Set.of(Tag.of(e.teamId()));
      case PostOpened e -> Set.of(Tag.of(e.postId()));
      case PostResized e -> Set.of(Tag.of(e.postId()));
      case PostFilled e -> Set.of(Tag.of(e.postId()), Tag.professional(e.professional()));
      case WorkingTimeChanged e -> Set.of(Tag.of(e.postId()), Tag.professional(e.professional()));
      case PostVacated e -> Set.of(Tag.of(e.postId()), Tag.professional(e.professional()));
      case ProgrammeDefined e -> Set.of(Tag.of(e.programmeId()));
    };
  }
}
