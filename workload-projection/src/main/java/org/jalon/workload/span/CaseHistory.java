package org.jalon.workload.span;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** A case from opening to closure: its timeline folded to spans. */
public final class CaseHistory {

  private CaseHistory() {}

  /** How the case stood on which days; nothing outside opening and closure. */
  public static List<Dated<CaseStanding>> of(Timeline timeline) {
    var spans = new Spans<CaseId, CaseStanding>();
    for (Fact fact : timeline.facts()) {
      if (fact.event() instanceof CaseEvent event) {
        CaseId id = event.caseId();
        spans.from(fact.day(), id, evolve(spans.now(id), event));
      }
    }
    return spans.toList();
  }

  /** Whether a fact can change how a case stands. */
  static boolean moves(CaseEvent event) {
    return switch (event) {
      case CaseOpened _,
          ReferentAssigned _,
          AccompanimentStarted _,
          AccompanimentClosed _,
          CaseClosed _,
          ReferentReleased _,
          ReferentChanged _,
          CaseReopened _ ->
          true;
      case AccompanimentProposed _,
          AdhesionGiven _,
          ObjectiveSet _,
          DurationPlanned _,
          CaseloadCeilingOverridden _,
          ForeignNumberKept _,
          InterventionRecorded _,
          ObjectiveEvaluated _,
          ObjectiveAbandoned _,
          HandOverProposed _,
          HandOverDeclined _,
          HandOverWithdrawn _,
          EntryRedacted _,
          NarrativeResealed _ ->
          false;
    };
  }

  private static @Nullable CaseStanding evolve(@Nullable CaseStanding standing, CaseEvent event) {
    if (event instanceof CaseOpened opened) {
      return new CaseStanding(
          opened.caseId(), opened.programme(), opened.team(), null, Stage.INTAKE);
    }
    return standing == null ? null : go(standing, event);
  }

  private static @Nullable CaseStanding go(CaseStanding standing, CaseEvent event) {
    return switch (event) {
      case ReferentAssigned assigned -> standing.under(assigned.referent());
      case AccompanimentStarted _ -> standing.started();
      case AccompanimentClosed _ -> standing.backInIntake();
      case CaseClosed _ -> null;
      case ReferentReleased _ -> standing.under(null);
      case ReferentChanged changed -> standing.under(changed.to());
      case CaseReopened _ -> standing;
      case CaseOpened _,
          AccompanimentProposed _,
          AdhesionGiven _,
          ObjectiveSet _,
          DurationPlanned _,
          CaseloadCeilingOverridden _,
          ForeignNumberKept _,
          InterventionRecorded _,
          ObjectiveEvaluated _,
          ObjectiveAbandoned _,
          HandOverProposed _,
          HandOverDeclined _,
          HandOverWithdrawn _,
          EntryRedacted _,
          NarrativeResealed _ ->
          standing;
    };
  }
}
