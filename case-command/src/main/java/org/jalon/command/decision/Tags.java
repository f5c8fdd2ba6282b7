package org.jalon.command.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkforceEvent;
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
      case CaseEvent e -> ofCase(e);
      case WorkforceEvent e -> ofWorkforce(e);
      case ProgrammeDefined e -> Set.of(Tag.of(e.programmeId()));
      case NormAdopted _ -> Set.of(Tag.norms());
      case EntryRectified e ->
          e.subjects().stream().map(Tag::parse).collect(Collectors.toUnmodifiableSet());
    };
  }

  private static Set<Tag> ofCase(CaseEvent event) {
    Tag own = Tag.of(event.caseId());
    return switch (event) {
      case CaseOpened e -> Set.of(own, Tag.of(e.household()));
      case ReferentAssigned e -> Set.of(own, Tag.referent(e.referent()));
      case ReferentReleased e -> Set.of(own, Tag.referent(e.referent()));
      case ReferentChanged e ->
          new HashSet<>(List.of(own, Tag.referent(e.from()), Tag.referent(e.to())));
      case InterventionRecorded e -> Set.of(own, Tag.of(e.interventionId()), Tag.worker(e.by()));
      case AccompanimentProposed _,
          AdhesionGiven _,
          ObjectiveSet _,
          DurationPlanned _,
          HandOverProposed _,
          HandOverDeclined _,
          HandOverWithdrawn _,
          CaseloadCeilingOverridden _,
          AccompanimentStarted _,
          ObjectiveEvaluated _,
          ObjectiveAbandoned _,
          AccompanimentClosed _,
          CaseClosed _,
          CaseReopened _,
          ForeignNumberKept _,
          EntryRedacted _,
          NarrativeResealed _ ->
          Set.of(own);
    };
  }

  private static Set<Tag> ofWorkforce(WorkforceEvent event) {
    return switch (event) {
      case TerritoryCreated e -> Set.of(Tag.of(e.territoryId()));
      case TeamCreated e -> Set.of(Tag.of(e.teamId()), Tag.workforce());
      case PostOpened e -> Set.of(Tag.of(e.postId()), Tag.workforce());
      case PostResized e -> Set.of(Tag.of(e.postId()), Tag.workforce());
      case PostFilled e -> holding(e.postId(), e.professional());
      case WorkingTimeChanged e -> holding(e.postId(), e.professional());
      case PostVacated e -> holding(e.postId(), e.professional());
      case PostClosed e -> Set.of(Tag.of(e.postId()), Tag.workforce());
      case CaseloadAboveCeiling e -> Set.of(Tag.alert(e.professional()));
    };
  }

  private static Set<Tag> holding(PostId post, ProfessionalId who) {
    return Set.of(Tag.of(post), Tag.professional(who), Tag.workforce());
  }
}
