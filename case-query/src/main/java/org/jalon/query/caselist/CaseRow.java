package org.jalon.query.caselist;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
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
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One case in the list.
 *
 * @param startedOn when the accompaniment under way began to count
 * @param plannedUntil last planned day of the accompaniment
 * @param pending due days of the objectives that are neither met nor abandoned
 * @param position of the last milestone in it
 */
public record CaseRow(
    CaseId caseId,
    HouseholdId household,
    ProgrammeId programme,
    @Nullable TeamId team,
    @Nullable ProfessionalId referent,
    CaseStatus status,
    EffectiveDay openedOn,
    @Nullable EffectiveDay closedOn,
    @Nullable EffectiveDay startedOn,
    @Nullable LocalDate plannedUntil,
    Map<ObjectiveId, LocalDate> pending,
    long position) {

  /** Keeps a copy of its map. */
  public CaseRow {
    pending = Map.copyOf(pending);
  }

  /** The first day on which something is due: an objective or the end of the duration. */
  public Optional<LocalDate> dueOn() {
    return Stream.concat(pending.values().stream(), Stream.ofNullable(plannedUntil))
        .min(LocalDate::compareTo);
  }

  /** The row after one more fact of the case's timeline; empty before its opening. */
  static Optional<CaseRow> evolve(Optional<CaseRow> row, Fact fact) {
    if (!(fact.event() instanceof CaseEvent event)) {
      return row;
    }
    if (row.isEmpty()) {
      return event instanceof CaseOpened opened ? Optional.of(opened(opened, fact)) : row;
    }
    return row.map(known -> known.after(event, fact.day()).at(fact.position()));
  }

  private CaseRow after(CaseEvent event, EffectiveDay day) {
    if (status == CaseStatus.CLOSED) {
      return event instanceof CaseReopened ? withoutAccompaniment(CaseStatus.INTAKE, null) : this;
    }
    return switch (event) {
      case CaseOpened _,
          AccompanimentProposed _,
          AdhesionGiven _,
          CaseloadCeilingOverridden _,
          ForeignNumberKept _,
          InterventionRecorded _,
          HandOverProposed _,
          HandOverDeclined _,
          HandOverWithdrawn _,
          CaseReopened _,
          EntryRedacted _,
          NarrativeResealed _ ->
          this;
      case ReferentReleased _ -> piloted(null);
      case ReferentChanged changed -> piloted(changed.to());
      case ReferentAssigned assigned -> piloted(assigned.referent());
      case AccompanimentStarted _ -> status == CaseStatus.INTAKE ? started(day) : this;
      case DurationPlanned planned -> planned(planned.until());
      case ObjectiveSet set -> pending(set.objectiveId(), set.dueOn());
      case ObjectiveEvaluated evaluated ->
          evaluated.outcome() == Outcome.MET ? settled(evaluated.objectiveId()) : this;
      case ObjectiveAbandoned abandoned -> settled(abandoned.objectiveId());
      case AccompanimentClosed _ -> withoutAccompaniment(CaseStatus.INTAKE, null);
      case CaseClosed _ -> withoutAccompaniment(CaseStatus.CLOSED, day);
    };
  }

  private static CaseRow opened(CaseOpened opened, Fact fact) {
    return new CaseRow(
        opened.caseId(),
        opened.household(),
        opened.programme(),
        opened.team(),
        null,
        CaseStatus.INTAKE,
        fact.day(),
        null,
        null,
        null,
        Map.of(),
        fact.position());
  }

  private CaseRow piloted(@Nullable ProfessionalId by) {
    return with(by, status, closedOn, startedOn, plannedUntil, pending);
  }

  private CaseRow started(EffectiveDay day) {
    return with(referent, CaseStatus.ACTIVE, closedOn, day, plannedUntil, pending);
  }

  private CaseRow planned(LocalDate until) {
    return with(referent, status, closedOn, startedOn, until, pending);
  }

  private CaseRow pending(ObjectiveId id, LocalDate due) {
    var more = new HashMap<>(pending);
    more.put(id, due);
    return with(referent, status, closedOn, startedOn, plannedUntil, more);
  }

  private CaseRow settled(ObjectiveId id) {
    var fewer = new HashMap<>(pending);
    fewer.remove(id);
    return with(referent, status, closedOn, startedOn, plannedUntil, fewer);
  }

  private CaseRow withoutAccompaniment(CaseStatus next, @Nullable EffectiveDay closed) {
    return with(null, next, closed, null, null, Map.of());
  }

  private CaseRow at(long latest) {
    return new CaseRow(
        caseId,
        household,
        programme,
        team,
        referent,
        status,
        openedOn,
        closedOn,
        startedOn,
        plannedUntil,
        pending,
        Math.max(position, latest));
  }

  private CaseRow with(
      @Nullable ProfessionalId by,
      CaseStatus now,
      @Nullable EffectiveDay closed,
      @Nullable EffectiveDay started,
      @Nullable LocalDate until,
      Map<ObjectiveId, LocalDate> due) {
    return new CaseRow(
        caseId, household, programme, team, by, now, openedOn, closed, started, until, due,
        position);
  }
}
