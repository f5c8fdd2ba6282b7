package org.jalon.command.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
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

/** The steps of one case, read again from the raw facts: each must find what it needs. */
final class Passage {

  private enum Stage {
    ABSENT,
    INTAKE,
    ACTIVE,
    CLOSED
  }

  private enum Judged {
    NO,
    YES,
    FINALLY
  }

  private final Map<ObjectiveId, Judged> objectives = new HashMap<>();
  private final Set<ObjectiveId> abandoned = new HashSet<>();
  private final Set<ObjectiveId> taken = new HashSet<>();
  private final Set<InterventionId> interventions = new HashSet<>();
  private Stage stage = Stage.ABSENT;
  private boolean proposed;
  private boolean agreed;
  private @Nullable LocalDate until;
  private @Nullable ProfessionalId referent;
  private @Nullable ProfessionalId asked;
  private @Nullable EffectiveDay closedOn;

  /** Fails with the first fact of any case that does not hold. */
  static void readAgain(List<Fact> raw) {
    Map<CaseId, Passage> cases = new HashMap<>();
    for (Fact fact : Standing.of(raw)) {
      if (fact.event() instanceof CaseEvent event) {
        cases.computeIfAbsent(event.caseId(), _ -> new Passage()).step(event, fact);
      }
    }
  }

  private void step(CaseEvent event, Fact fact) {
    switch (event) {
      case CaseOpened _ -> {
        needs(stage == Stage.ABSENT, fact);
        stage = Stage.INTAKE;
      }
      case AccompanimentProposed _ -> {
        needs(stage == Stage.INTAKE && !proposed, fact);
        proposed = true;
      }
      case AdhesionGiven _ -> {
        needs(isOpen() && proposed, fact);
        agreed = true;
      }
      case ObjectiveSet e -> {
        needs(isOpen() && taken.add(e.objectiveId()), fact);
        objectives.put(e.objectiveId(), Judged.NO);
      }
      case DurationPlanned e -> {
        needs(isOpen() && !e.until().isBefore(fact.day().value()), fact);
        until = e.until();
      }
      case ReferentAssigned e -> {
        needs(isOpen() && referent == null, fact);
        under(e.referent());
      }
      case ReferentReleased e -> {
        needs(isOpen() && e.referent().equals(referent), fact);
        under(null);
      }
      case HandOverProposed e -> {
        needs(isOpen() && e.from().equals(referent) && asked == null, fact);
        asked = e.to();
      }
      case HandOverDeclined e -> answered(e.to(), fact);
      case HandOverWithdrawn e -> answered(e.to(), fact);
      case ReferentChanged e -> {
        needs(isOpen() && e.from().equals(referent), fact);
        under(e.to());
      }
      case AccompanimentStarted _ -> {
        needs(stage == Stage.INTAKE && agreed && referent != null, fact);
        needs(until != null && !until.isBefore(fact.day().value()), fact);
        needs(objectives.keySet().stream().anyMatch(id -> !abandoned.contains(id)), fact);
        stage = Stage.ACTIVE;
      }
      case ObjectiveEvaluated e -> {
        needs(isOpen(), fact);
        judged(e.objectiveId(), e.outcome() == Outcome.MET ? Judged.FINALLY : Judged.YES, fact);
      }
      case ObjectiveAbandoned e -> {
        judged(e.objectiveId(), Judged.FINALLY, fact);
        abandoned.add(e.objectiveId());
      }
      case AccompanimentClosed e -> {
        needs(stage == Stage.ACTIVE, fact);
        needs(e.reason().abandonsObjectives() || !objectives.containsValue(Judged.NO), fact);
        stage = Stage.INTAKE;
        beginsAnew();
      }
      case CaseClosed _ -> {
        needs(stage == Stage.INTAKE, fact);
        stage = Stage.CLOSED;
        closedOn = fact.day();
        beginsAnew();
      }
      case CaseReopened _ -> {
        needs(stage == Stage.CLOSED, fact);
        stage = Stage.INTAKE;
      }
      case InterventionRecorded e -> {
        needs(isOpen() || fact.day().equals(closedOn), fact);
        needs(interventions.add(e.interventionId()), fact);
      }
      case CaseloadCeilingOverridden _ -> needs(isOpen(), fact);
      case ForeignNumberKept _, EntryRedacted _, NarrativeResealed _ ->
          needs(stage != Stage.ABSENT, fact);
    }
  }

  private boolean isOpen() {
    return stage == Stage.INTAKE || stage == Stage.ACTIVE;
  }

  private void under(@Nullable ProfessionalId next) {
    referent = next;
    asked = null;
  }

  private void answered(ProfessionalId by, Fact fact) {
    needs(isOpen() && by.equals(asked), fact);
    asked = null;
  }

  private void judged(ObjectiveId id, Judged how, Fact fact) {
    Judged before = objectives.get(id);
    needs(before == Judged.NO || before == Judged.YES, fact);
    objectives.put(id, how);
  }

  private void beginsAnew() {
    under(null);
    objectives.clear();
    abandoned.clear();
    proposed = false;
    agreed = false;
    until = null;
  }

  private static void needs(boolean holds, Fact fact) {
    assertThat(holds).as("does not hold any more: %s", fact).isTrue();
  }
}
