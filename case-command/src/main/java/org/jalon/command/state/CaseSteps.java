package org.jalon.command.state;

import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
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

/**
 * What each fact of a case needs of the life before it, for good: a timeline with a fact put in, or
 * taken out, is legal when every step still has what it needs. What was asked when a fact was
 * recorded and may change later (posts, ceilings) is not asked again.
 */
final class CaseSteps {

  private CaseSteps() {}

  /** Why a fact does not hold at its place, if it does not. */
  static Optional<String> broken(CaseLife life, CaseEvent event, EffectiveDay day) {
    return switch (event) {
      case CaseOpened _ -> unless(!life.exists(), "the case would be open already");
      case AccompanimentProposed _ ->
          unless(
              life.stage() == Stage.INTAKE && !life.formalisation().proposed(),
              "the case would not be in intake without a proposal");
      case AdhesionGiven _ ->
          unless(
              life.isOpen() && life.formalisation().proposed(),
              "no accompaniment would have been proposed");
      case ObjectiveSet e ->
          open(life)
              .or(() -> unless(!e.criteria().isEmpty(), "it would have no criterion"))
              .or(
                  () ->
                      unless(
                          !life.formalisation().hasHad(e.objectiveId()),
                          "its id would be taken already"));
      case DurationPlanned e ->
          open(life)
              .or(() -> unless(!e.until().isBefore(day.value()), "its end would lie before it"));
      case CaseloadCeilingOverridden _ -> open(life);
      case ReferentAssigned _ ->
          open(life).or(() -> unless(life.runningMandate().isEmpty(), "there would be a referent"));
      case ReferentReleased e -> referent(life, e.referent());
      case HandOverProposed e ->
          referent(life, e.from())
              .or(() -> unless(!e.to().equals(e.from()), "it would be handed to its own referent"))
              .or(() -> unless(life.pending() == null, "a hand-over would be pending already"));
      case HandOverDeclined e -> pending(life, e.to());
      case HandOverWithdrawn e -> pending(life, e.to());
      case ReferentChanged e ->
          referent(life, e.from())
              .or(() -> unless(!e.to().equals(e.from()), "it would be handed to its own referent"));
      case AccompanimentStarted e -> started(life, e, day);
      case ObjectiveEvaluated e ->
          judged(life, e.objectiveId())
              .or(
                  () ->
                      unless(
                          e.scores().stream()
                              .allMatch(s -> s.criterion() <= criteria(life, e.objectiveId())),
                          "the objective would not have all the criteria that it scores"));
      case ObjectiveAbandoned e -> judged(life, e.objectiveId());
      case AccompanimentClosed e ->
          unless(life.stage() == Stage.ACTIVE, "no accompaniment would run")
              .or(() -> unless(mayEnd(life, e.reason()), "an objective would be pending"));
      case CaseClosed _ ->
          unless(life.stage() == Stage.INTAKE, "the case would not be open without accompaniment");
      case CaseReopened _ -> unless(life.stage() == Stage.CLOSED, "the case would not be closed");
      case InterventionRecorded _ ->
          unless(life.isOpen() || day.equals(life.closedOn()), "the case would not be open");
      case ForeignNumberKept _, EntryRedacted _, NarrativeResealed _ ->
          unless(life.exists(), "the case would not be opened yet");
    };
  }

  private static Optional<String> unless(boolean holds, String why) {
    return holds ? Optional.empty() : Optional.of(why);
  }

  private static Optional<String> open(CaseLife life) {
    return unless(life.isOpen(), "the case would not be open");
  }

  private static Optional<String> referent(CaseLife life, ProfessionalId who) {
    return unless(
        life.runningMandate().filter(mandate -> mandate.referent().equals(who)).isPresent(),
        who + " would not be referent");
  }

  private static Optional<String> pending(CaseLife life, ProfessionalId to) {
    PendingHandOver pending = life.pending();
    return unless(
        pending != null && pending.to().equals(to), "no hand-over to " + to + " would be pending");
  }

  private static Optional<String> started(
      CaseLife life, AccompanimentStarted event, EffectiveDay day) {
    if (life.stage() != Stage.INTAKE) {
      return Optional.of("the case would not be in intake");
    }
    return event.formalised() && !Gate.missing(life, day).isEmpty()
        ? Optional.of("the gate would not be passed: " + Gate.missing(life, day))
        : Optional.empty();
  }

  private static Optional<String> judged(CaseLife life, ObjectiveId id) {
    Objective objective = life.formalisation().objectives().get(id.value());
    return unless(
        objective != null && !objective.isFinal(), "objective " + id + " would not be open");
  }

  private static int criteria(CaseLife life, ObjectiveId id) {
    Objective objective = life.formalisation().objectives().get(id.value());
    return objective == null ? 0 : objective.criteria();
  }

  private static boolean mayEnd(CaseLife life, ClosureReason reason) {
    return reason.abandonsObjectives()
        || reason == ClosureReason.NOT_STATED
        || life.formalisation().objectives().values().stream().noneMatch(Objective::isPending);
  }
}
