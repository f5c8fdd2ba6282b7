package org.jalon.query.http;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.query.casefile.Accompaniment;
import org.jalon.query.casefile.CaseFile;
import org.jalon.query.casefile.CaseFiles;
import org.jalon.query.casefile.Closure;
import org.jalon.query.casefile.Flag;
import org.jalon.query.casefile.HandOver;
import org.jalon.query.casefile.Mandate;
import org.jalon.query.casefile.Objective;
import org.jalon.query.casefile.Opening;
import org.jalon.query.casefile.Past;
import org.jalon.query.caselist.CaseStatus;
import org.jspecify.annotations.Nullable;

/** Writes a case file as its body, opening its texts. */
final class CaseFileShown {

  private final CaseFiles.Found found;
  private final Texts texts;
  private final LocalDate on;
  private final String position;

  CaseFileShown(CaseFiles.Found found, Texts texts, LocalDate on, String position) {
    this.found = found;
    this.texts = texts;
    this.on = on;
    this.position = position;
  }

  /**
   * @throws IllegalArgumentException if the case was not opened
   */
  CaseFileBody body() {
    return switch (found.file()) {
      case CaseFile.Unopened _ -> throw new IllegalArgumentException("the case is not open yet");
      case CaseFile.Intake(var opening, var past, var prepared) ->
          body(opening, CaseStatus.INTAKE, past, prepared, null);
      case CaseFile.Active(var opening, var past, var current) ->
          body(opening, CaseStatus.ACTIVE, past, current, null);
      case CaseFile.Closed closed ->
          body(closed.opening(), CaseStatus.CLOSED, closed.past(), null, closed);
    };
  }

  private CaseFileBody body(
      Opening opening,
      CaseStatus status,
      Past past,
      @Nullable Accompaniment current,
      CaseFile.@Nullable Closed closed) {
    return new CaseFileBody(
        opening.caseId().value(),
        opening.household().value(),
        opening.programme().value(),
        opening.team() == null ? null : opening.team().value(),
        shown(opening.foreignNumber()),
        status,
        opening.on().value(),
        closed == null ? null : closed.on().value(),
        closed == null ? null : new CaseFileBody.CaseClosing(closed.reason(), shown(closed.note())),
        current == null
            ? null
            : current.mandate().map(mandate -> mandate.referent().value()).orElse(null),
        current == null ? null : handOver(current.handOver()),
        current == null ? null : accompanying(current),
        current == null ? List.of() : aims(current),
        interventions(),
        past.accompaniments().stream()
            .map(one -> new CaseFileBody.PastAccompaniment(accompanying(one), aims(one)))
            .toList(),
        past.closures().stream().map(this::closure).toList(),
        Flag.of(found.file(), on),
        on,
        position);
  }

  private CaseFileBody.CaseAccompaniment accompanying(Accompaniment one) {
    Mandate mandate = one.mandate().orElse(null);
    Accompaniment.Start start = one.start();
    Accompaniment.Ending ending = one.ending();
    return new CaseFileBody.CaseAccompaniment(
        day(one.proposedOn()),
        day(one.adhesionOn()),
        one.plannedUntil(),
        mandate == null ? null : mandate.referent().value(),
        mandate == null ? null : mandate.from().value(),
        mandate == null ? null : override(one, mandate),
        one.mandates().stream().map(each -> mandate(one, each)).toList(),
        start == null ? null : start.on().value(),
        start == null ? null : start.formalised(),
        ending == null ? null : ending.on().value(),
        ending == null ? null : ending.reason(),
        ending == null ? null : shown(ending.note()));
  }

  private CaseFileBody.CaseMandate mandate(Accompaniment one, Mandate mandate) {
    return new CaseFileBody.CaseMandate(
        mandate.referent().value(),
        mandate.from().value(),
        day(mandate.until()),
        mandate.overlapUntil(),
        override(one, mandate));
  }

  private CaseFileBody.@Nullable CeilingAdmission override(Accompaniment one, Mandate mandate) {
    return one.admission(mandate)
        .map(
            admission ->
                new CaseFileBody.CeilingAdmission(
                    admission.on().value(),
                    admission.load(),
                    admission.ceiling(),
                    admission.approvedBy().value(),
                    texts.show(admission.reason())))
        .orElse(null);
  }

  private CaseFileBody.@Nullable PendingHandOver handOver(@Nullable HandOver pending) {
    return pending == null
        ? null
        : new CaseFileBody.PendingHandOver(
            pending.from().value(),
            pending.to().value(),
            pending.since().value(),
            pending.overlapUntil(),
            shown(pending.note()));
  }

  private CaseFileBody.PastClosure closure(Closure closure) {
    Accompaniment.Ending how = closure.how();
    return new CaseFileBody.PastClosure(
        how.on().value(),
        how.reason(),
        shown(how.note()),
        closure.reopenedOn().value(),
        shown(closure.reopening()));
  }

  private List<CaseFileBody.CaseObjective> aims(Accompaniment one) {
    return one.objectives().stream().map(this::aim).toList();
  }

  private CaseFileBody.CaseObjective aim(Objective objective) {
    return new CaseFileBody.CaseObjective(
        objective.id().value(),
        objective.setOn().value(),
        texts.show(objective.text()),
        objective.criteria().stream().map(texts::show).toList(),
        objective.dueOn(),
        objective.state(),
        objective.evaluations().stream().map(this::evaluation).toList());
  }

  private CaseFileBody.ObjectiveEvaluation evaluation(Objective.Evaluation evaluation) {
    return new CaseFileBody.ObjectiveEvaluation(
        evaluation.on().value(),
        evaluation.outcome(),
        evaluation.scores(),
        shown(evaluation.note()));
  }

  private CaseFileBody.CaseInterventions interventions() {
    return new CaseFileBody.CaseInterventions(
        found.interventionsInAll(),
        found.interventions().stream()
            .flatMap(
                fact ->
                    fact.event() instanceof InterventionRecorded recorded
                        ? Stream.of(act(recorded, fact))
                        : Stream.empty())
            .toList());
  }

  private CaseFileBody.CaseIntervention act(InterventionRecorded recorded, Fact fact) {
    return new CaseFileBody.CaseIntervention(
        recorded.interventionId().value(),
        fact.day().value(),
        fact.position(),
        recorded.by().value(),
        recorded.mode(),
        recorded.minutes() == null ? null : recorded.minutes().value(),
        recorded.contactInitiatedBy(),
        recorded.domain() == null ? null : recorded.domain().value(),
        recorded.act() == null ? null : recorded.act().value(),
        shown(recorded.note()));
  }

  private @Nullable ShownText shown(@Nullable Narrative text) {
    return text == null ? null : texts.show(text);
  }

  private static @Nullable LocalDate day(@Nullable EffectiveDay day) {
    return day == null ? null : day.value();
  }
}
