package org.jalon.query.casefile;

import java.util.function.UnaryOperator;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.ClosureReason;
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
import org.jspecify.annotations.Nullable;

/**
 * A case at one point of its timeline. A fact that a stage has no place for changes nothing here;
 * the history shows it.
 */
public sealed interface CaseFile {

  /** Before its opening. */
  record Unopened() implements CaseFile {}

  /** In intake: an accompaniment may be in preparation. */
  record Intake(Opening opening, Past past, Accompaniment prepared) implements CaseFile {}

  /** Accompanied. */
  record Active(Opening opening, Past past, Accompaniment current) implements CaseFile {}

  /** Over. */
  record Closed(
      Opening opening, Past past, EffectiveDay on, ClosureReason reason, @Nullable Narrative note)
      implements CaseFile {}

  /** Where every timeline begins. */
  CaseFile INITIAL = new Unopened();

  /** The case after one more fact of its timeline. */
  static CaseFile evolve(CaseFile file, Fact fact) {
    return fact.event() instanceof CaseEvent event ? file.after(event, fact.day()) : file;
  }

  private CaseFile after(CaseEvent event, EffectiveDay day) {
    return switch (event) {
      case CaseOpened opened -> opened(opened, day);
      case AccompanimentProposed _ -> change(one -> one.proposed(day));
      case AdhesionGiven _ -> change(one -> one.agreed(day));
      case ObjectiveSet set -> change(one -> one.with(Objective.of(set, day)));
      case DurationPlanned planned -> change(one -> one.planned(planned.until()));
      case ReferentAssigned assigned -> change(one -> one.piloted(assigned.referent(), day, null));
      case ReferentReleased _ -> change(one -> one.released(day));
      case ReferentChanged changed ->
          change(one -> one.piloted(changed.to(), day, changed.overlapUntil()));
      case HandOverProposed proposed -> change(one -> one.offered(handOver(proposed, day)));
      case HandOverDeclined _, HandOverWithdrawn _ -> change(one -> one.offered(null));
      case CaseloadCeilingOverridden overridden ->
          change(one -> one.admitted(admission(overridden, day)));
      case AccompanimentStarted started ->
          started(new Accompaniment.Start(day, started.formalised()));
      case InterventionRecorded _, EntryRedacted _, NarrativeResealed _ -> this;
      case ForeignNumberKept kept -> numbered(kept.number());
      case ObjectiveEvaluated evaluated ->
          change(
              one ->
                  one.change(
                      evaluated.objectiveId(),
                      objective -> objective.evaluated(evaluation(evaluated, day))));
      case ObjectiveAbandoned abandoned ->
          change(one -> one.change(abandoned.objectiveId(), Objective::abandoned));
      case AccompanimentClosed closed ->
          ended(new Accompaniment.Ending(day, closed.reason(), closed.note()));
      case CaseClosed closed ->
          closed(new Accompaniment.Ending(day, closed.reason(), closed.note()));
      case CaseReopened reopened -> reopened(day, reopened.note());
    };
  }

  private CaseFile opened(CaseOpened opened, EffectiveDay day) {
    return switch (this) {
      case Unopened _ ->
          new Intake(
              new Opening(
                  opened.caseId(),
                  opened.household(),
                  opened.programme(),
                  opened.team(),
                  day,
                  null),
              Past.NONE,
              Accompaniment.NONE);
      case Intake _, Active _, Closed _ -> this;
    };
  }

  private CaseFile numbered(Narrative elsewhere) {
    return switch (this) {
      case Unopened _ -> this;
      case Intake(var opening, var past, var prepared) ->
          new Intake(opening.known(elsewhere), past, prepared);
      case Active(var opening, var past, var current) ->
          new Active(opening.known(elsewhere), past, current);
      case Closed(var opening, var past, var on, var reason, var note) ->
          new Closed(opening.known(elsewhere), past, on, reason, note);
    };
  }

  private CaseFile change(UnaryOperator<Accompaniment> change) {
    return switch (this) {
      case Intake(var opening, var past, var prepared) ->
          new Intake(opening, past, change.apply(prepared));
      case Active(var opening, var past, var current) ->
          new Active(opening, past, change.apply(current));
      case Unopened _, Closed _ -> this;
    };
  }

  private CaseFile started(Accompaniment.Start start) {
    return switch (this) {
      case Intake(var opening, var past, var prepared) ->
          new Active(opening, past, prepared.started(start));
      case Unopened _, Active _, Closed _ -> this;
    };
  }

  private CaseFile ended(Accompaniment.Ending ending) {
    return switch (this) {
      case Intake(var opening, var past, var prepared) ->
          new Intake(opening, withEnded(past, prepared, ending), Accompaniment.NONE);
      case Active(var opening, var past, var current) ->
          new Intake(opening, withEnded(past, current, ending), Accompaniment.NONE);
      case Unopened _, Closed _ -> this;
    };
  }

  private CaseFile closed(Accompaniment.Ending ending) {
    return switch (ended(ending)) {
      case Intake(var opening, var past, _) ->
          new Closed(opening, past, ending.on(), ending.reason(), ending.note());
      case Unopened before -> before;
      case Active active -> active;
      case Closed over -> over;
    };
  }

  private CaseFile reopened(EffectiveDay day, @Nullable Narrative note) {
    return switch (this) {
      case Closed(var opening, var past, var on, var reason, var why) ->
          new Intake(
              opening,
              past.with(new Closure(new Accompaniment.Ending(on, reason, why), day, note)),
              Accompaniment.NONE);
      case Unopened _, Intake _, Active _ -> this;
    };
  }

  private static Past withEnded(Past past, Accompaniment last, Accompaniment.Ending ending) {
    return last.equals(Accompaniment.NONE) ? past : past.with(last.ended(ending));
  }

  private static Accompaniment.Admission admission(
      CaseloadCeilingOverridden overridden, EffectiveDay day) {
    return new Accompaniment.Admission(
        overridden.referent(),
        day,
        overridden.load(),
        overridden.ceiling(),
        overridden.approvedBy(),
        overridden.reason());
  }

  private static Objective.Evaluation evaluation(ObjectiveEvaluated evaluated, EffectiveDay day) {
    return new Objective.Evaluation(day, evaluated.outcome(), evaluated.scores(), evaluated.note());
  }

  private static HandOver handOver(HandOverProposed proposed, EffectiveDay day) {
    return new HandOver(
        proposed.from(), proposed.to(), day, proposed.overlapUntil(), proposed.note());
  }
}
