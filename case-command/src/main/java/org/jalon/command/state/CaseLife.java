package org.jalon.command.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The life of one case as deciders know it.
 *
 * @param opening how it began; absent before
 * @param openedOn first day
 * @param closedOn first day after it
 * @param formalisation of the coming or running accompaniment
 * @param mandates of its referents, in their order
 * @param latest the last fact of its life that was read
 */
public record CaseLife(
    @Nullable CaseOpened opening,
    Stage stage,
    @Nullable EffectiveDay openedOn,
    @Nullable EffectiveDay closedOn,
    Formalisation formalisation,
    List<Mandate> mandates,
    @Nullable Fact latest) {

  /** Before the first fact. */
  public static final CaseLife UNBORN =
      new CaseLife(null, Stage.ABSENT, null, null, Formalisation.NOTHING, List.of(), null);

  private static final Set<Class<? extends Event>> LIFE =
      Set.of(
          CaseOpened.class,
          AccompanimentProposed.class,
          AdhesionGiven.class,
          ObjectiveSet.class,
          DurationPlanned.class,
          ReferentAssigned.class,
          AccompanimentStarted.class,
          ObjectiveEvaluated.class,
          ObjectiveAbandoned.class,
          AccompanimentClosed.class,
          CaseClosed.class);

  private static final Set<Class<? extends Event>> MANDATES =
      Set.of(ReferentAssigned.class, AccompanimentClosed.class, CaseClosed.class);

  private static final Set<Class<? extends Event>> OPENNESS =
      Set.of(CaseOpened.class, CaseClosed.class);

  /** Keeps a copy. */
  public CaseLife {
    mandates = List.copyOf(mandates);
  }

  /** Everything in a case's life except its interventions, of which there may be thousands. */
  public static Boundary lifeOf(CaseId id) {
    return Boundary.only(LIFE, Tag.of(id));
  }

  /** What begins and ends the mandates of a case. */
  public static Boundary mandatesOf(CaseId id) {
    return Boundary.only(MANDATES, Tag.of(id));
  }

  /** What opens and closes a case. */
  public static Boundary opennessOf(CaseId id) {
    return Boundary.only(OPENNESS, Tag.of(id));
  }

  /** Whether it was opened. */
  public boolean exists() {
    return stage != Stage.ABSENT;
  }

  /** The mandate that runs now. */
  public Optional<Mandate> runningMandate() {
    return mandates.stream().filter(mandate -> mandate.until() == null).findFirst();
  }

  /** Whether a professional is referent at the end of a day. */
  public boolean isReferent(ProfessionalId who, EffectiveDay day) {
    return mandates.stream().anyMatch(m -> m.referent().equals(who) && m.holdsOn(day));
  }

  /** Whether it is open at the end of any day from this one on. */
  public boolean openOnOrAfter(EffectiveDay day) {
    return openedOn != null && (closedOn == null || closedOn.isAfter(openedOn.orLater(day)));
  }

  /** Whether it was closed before a day; on the day of its closure it was not. */
  public boolean closedBefore(EffectiveDay day) {
    return closedOn != null && closedOn.isBefore(day);
  }

  /** Whether it is a household's passage in a programme. */
  public boolean isIn(HouseholdId household, ProgrammeId programme) {
    return opening != null
        && opening.household().equals(household)
        && opening.programme().equals(programme);
  }

  /** Whether it was opened by a day. */
  public boolean openedBy(EffectiveDay day) {
    return openedOn != null && !openedOn.isAfter(day);
  }

  /** The life after one more of the case's facts. */
  public CaseLife evolve(Fact fact) {
    return fact.event() instanceof CaseEvent event ? after(event, fact) : this;
  }

  private CaseLife after(CaseEvent event, Fact fact) {
    EffectiveDay day = fact.day();
    return switch (event) {
      case CaseOpened e ->
          new CaseLife(e, Stage.INTAKE, day, null, Formalisation.NOTHING, mandates, fact);
      case AccompanimentProposed _ -> with(formalisation.asProposed(), fact);
      case AdhesionGiven _ -> with(formalisation.agreed(), fact);
      case ObjectiveSet e ->
          with(
              formalisation.with(
                  e.objectiveId(), new Objective(e.criteria().size(), Objective.State.OPEN)),
              fact);
      case DurationPlanned e -> with(formalisation.planned(e.until()), fact);
      case ReferentAssigned e ->
          in(stage, closedOn, formalisation, assigned(e.referent(), day), fact);
      case AccompanimentStarted _ ->
          in(Stage.ACTIVE, closedOn, formalisation.asProposed(), mandates, fact);
      case ObjectiveEvaluated e ->
          with(formalisation.moved(e.objectiveId(), stateAfter(e.outcome())), fact);
      case ObjectiveAbandoned e ->
          with(formalisation.moved(e.objectiveId(), Objective.State.ABANDONED), fact);
      case AccompanimentClosed _ ->
          in(Stage.INTAKE, closedOn, formalisation.ended(), endedOn(day), fact);
      case CaseClosed _ -> in(Stage.CLOSED, day, formalisation.ended(), endedOn(day), fact);
      case InterventionRecorded _, CaseloadCeilingOverridden _, ForeignNumberKept _ -> this;
    };
  }

  private static Objective.State stateAfter(Outcome outcome) {
    return switch (outcome) {
      case MET -> Objective.State.MET;
      case PARTLY_MET, NOT_MET -> Objective.State.EVALUATED;
    };
  }

  private List<Mandate> assigned(ProfessionalId referent, EffectiveDay day) {
    var more = new ArrayList<>(endedOn(day));
    more.add(new Mandate(referent, day, null));
    return more;
  }

  private List<Mandate> endedOn(EffectiveDay day) {
    return mandates.stream().map(m -> m.until() == null ? m.endedOn(day) : m).toList();
  }

  private CaseLife with(Formalisation next, Fact fact) {
    return in(stage, closedOn, next, mandates, fact);
  }

  private CaseLife in(
      Stage next,
      @Nullable EffectiveDay closed,
      Formalisation nextFormalisation,
      List<Mandate> nextMandates,
      Fact fact) {
    return new CaseLife(opening, next, openedOn, closed, nextFormalisation, nextMandates, fact);
  }
}
