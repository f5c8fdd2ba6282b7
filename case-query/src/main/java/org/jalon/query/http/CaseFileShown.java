package org.jalon.query.http;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.query.casefile.Accompaniment;
import org.jalon.query.casefile.CaseFile;
import org.jalon.query.casefile.CaseFiles;
import org.jalon.query.casefile.Flag;
import org.jalon.query.casefile.Objective;
import org.jalon.query.casefile.Opening;
import org.jalon.query.casefile.Text;
import org.jalon.query.caselist.CaseStatus;
import org.jalon.query.journal.Entry;
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
      List<Accompaniment> past,
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
        current == null || current.mandate() == null ? null : current.mandate().referent().value(),
        current == null ? null : accompanying(current),
        current == null ? List.of() : aims(current),
        interventions(),
        past.stream()
            .map(one -> new CaseFileBody.PastAccompaniment(accompanying(one), aims(one)))
            .toList(),
        Flag.of(found.file(), on),
        on,
        position);
  }

  private CaseFileBody.CaseAccompaniment accompanying(Accompaniment one) {
    Accompaniment.Mandate mandate = one.mandate();
    Accompaniment.Start start = one.start();
    Accompaniment.Ending ending = one.ending();
    ProfessionalId referent = mandate == null ? null : mandate.referent();
    return new CaseFileBody.CaseAccompaniment(
        day(one.proposedOn()),
        day(one.adhesionOn()),
        one.plannedUntil(),
        referent == null ? null : referent.value(),
        mandate == null ? null : mandate.since().value(),
        admission(one.admission()),
        start == null ? null : start.on().value(),
        start == null ? null : start.formalised(),
        ending == null ? null : ending.on().value(),
        ending == null ? null : ending.reason(),
        ending == null ? null : shown(ending.note()));
  }

  private CaseFileBody.@Nullable CeilingAdmission admission(
      Accompaniment.@Nullable Admission admission) {
    return admission == null
        ? null
        : new CaseFileBody.CeilingAdmission(
            admission.on().value(),
            admission.load(),
            admission.ceiling(),
            admission.approvedBy().value(),
            texts.show(admission.reason()));
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
                entry ->
                    entry.event() instanceof InterventionRecorded recorded
                        ? Stream.of(act(recorded, entry))
                        : Stream.empty())
            .toList());
  }

  private CaseFileBody.CaseIntervention act(InterventionRecorded recorded, Entry entry) {
    return new CaseFileBody.CaseIntervention(
        recorded.interventionId().value(),
        entry.day().value(),
        entry.position(),
        recorded.by().value(),
        recorded.mode(),
        recorded.minutes() == null ? null : recorded.minutes().value(),
        recorded.contactInitiatedBy(),
        recorded.domain() == null ? null : recorded.domain().value(),
        recorded.act() == null ? null : recorded.act().value(),
        recorded.note() == null ? null : texts.show(recorded.note()));
  }

  private @Nullable ShownText shown(@Nullable Text text) {
    return text == null ? null : texts.show(text);
  }

  private static @Nullable LocalDate day(@Nullable EffectiveDay day) {
    return day == null ? null : day.value();
  }
}
