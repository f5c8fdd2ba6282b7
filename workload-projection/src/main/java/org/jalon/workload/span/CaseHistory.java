package org.jalon.workload.span;

import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
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

/** A case from opening to closure, and after each reopening: its timeline folded to spans. */
public final class CaseHistory {

  private CaseHistory() {}

  /** How the case stood on which days; nothing outside opening and closure. */
  public static List<Dated<CaseStanding>> of(Timeline timeline) {
    var reading = new Reading();
    for (Fact fact : timeline.facts()) {
      if (fact.event() instanceof CaseEvent event) {
        reading.read(fact.day(), event);
      }
    }
    return reading.spans.toList();
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

  /** One reading of a case's timeline. */
  private static final class Reading {

    private final Spans<CaseId, CaseStanding> spans = new Spans<>();
    private @Nullable CaseStanding opening;

    void read(EffectiveDay day, CaseEvent event) {
      if (event instanceof CaseOpened opened) {
        opening = CaseStanding.opened(opened);
      }
      spans.from(day, event.caseId(), after(spans.now(event.caseId()), event));
    }

    private @Nullable CaseStanding after(@Nullable CaseStanding standing, CaseEvent event) {
      return switch (event) {
        case CaseOpened _ -> opening;
        case CaseReopened _ -> standing == null ? opening : standing;
        case CaseClosed _ -> null;
        case ReferentAssigned assigned ->
            standing == null ? null : standing.under(assigned.referent());
        case ReferentChanged changed -> standing == null ? null : standing.under(changed.to());
        case ReferentReleased _ -> standing == null ? null : standing.released();
        case AccompanimentStarted _ -> standing == null ? null : standing.started();
        case AccompanimentClosed _ -> standing == null ? null : standing.backInIntake();
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
            standing;
      };
    }
  }
}
