package org.jalon.query.http;

import java.time.LocalDate;
import java.util.List;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.ContactInitiator;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.Score;
import org.jalon.query.casefile.Flag;
import org.jalon.query.casefile.Objective;
import org.jalon.query.caselist.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * A case file as answered.
 *
 * @param foreignNumber that it has elsewhere; absent unless it was imported under a pseudonym
 * @param closing when the case is closed
 * @param referent of the accompaniment under way or in preparation
 * @param handOver that waits for its receiver
 * @param accompaniment under way or in preparation; absent when the case is closed
 * @param objectives of that accompaniment
 * @param pastClosures after which the case was opened again
 * @param flags what asks for attention at the end of the day {@code on}
 * @param on facts of later days are not in it
 * @param position of the ledger that it rests on
 */
record CaseFileBody(
    String caseId,
    String household,
    String programme,
    @Nullable String team,
    @Nullable ShownText foreignNumber,
    CaseStatus status,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    @Nullable CaseClosing closing,
    @Nullable String referent,
    @Nullable PendingHandOver handOver,
    @Nullable CaseAccompaniment accompaniment,
    List<CaseObjective> objectives,
    CaseInterventions interventions,
    List<PastAccompaniment> pastAccompaniments,
    List<PastClosure> pastClosures,
    List<Flag> flags,
    LocalDate on,
    String position) {

  /** Why the case was closed. */
  record CaseClosing(ClosureReason reason, @Nullable ShownText note) {}

  /** A closure of the case after which it was opened again. */
  record PastClosure(
      LocalDate closedOn,
      ClosureReason reason,
      @Nullable ShownText note,
      LocalDate reopenedOn,
      @Nullable ShownText reopeningNote) {}

  /**
   * A hand-over that waits for its receiver.
   *
   * @param since day of the proposal
   * @param overlapUntil last day on which the former would keep access; absent for the default
   */
  record PendingHandOver(
      String from,
      String to,
      LocalDate since,
      @Nullable LocalDate overlapUntil,
      @Nullable ShownText note) {}

  /**
   * An accompaniment; what is absent has not happened.
   *
   * @param referent who pilots it, or piloted it last when it has ended
   * @param mandates of all its referents, in their order
   */
  record CaseAccompaniment(
      @Nullable LocalDate proposedOn,
      @Nullable LocalDate adhesionOn,
      @Nullable LocalDate plannedUntil,
      @Nullable String referent,
      @Nullable LocalDate referentSince,
      @Nullable CeilingAdmission ceilingOverride,
      List<CaseMandate> mandates,
      @Nullable LocalDate startedOn,
      @Nullable Boolean formalised,
      @Nullable LocalDate endedOn,
      @Nullable ClosureReason reason,
      @Nullable ShownText note) {}

  /**
   * The time in which a professional pilots it.
   *
   * @param until first day after it; absent while it runs
   * @param overlapUntil last day on which they, who handed the case over, keep access
   */
  record CaseMandate(
      String referent,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate overlapUntil,
      @Nullable CeilingAdmission ceilingOverride) {}

  /** Admission above the referent's ceiling. */
  record CeilingAdmission(
      LocalDate on, int load, int ceiling, String approvedBy, ShownText reason) {}

  /** An accompaniment that has ended. */
  record PastAccompaniment(CaseAccompaniment accompaniment, List<CaseObjective> objectives) {}

  /** An objective. */
  record CaseObjective(
      String objectiveId,
      LocalDate setOn,
      ShownText text,
      List<ShownText> criteria,
      LocalDate dueOn,
      Objective.State state,
      List<ObjectiveEvaluation> evaluations) {}

  /** An evaluation of an objective. */
  record ObjectiveEvaluation(
      LocalDate on, Outcome outcome, List<Score> scores, @Nullable ShownText note) {}

  /**
   * Interventions on the case.
   *
   * @param total of all
   * @param rows the last 200, the latest first
   */
  record CaseInterventions(long total, List<CaseIntervention> rows) {}

  /** One intervention. */
  record CaseIntervention(
      String interventionId,
      LocalDate on,
      long position,
      String by,
      Mode mode,
      @Nullable Integer minutes,
      @Nullable ContactInitiator contactInitiatedBy,
      @Nullable String domain,
      @Nullable String act,
      @Nullable ShownText note) {}
}
