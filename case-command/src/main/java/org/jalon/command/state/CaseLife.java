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
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
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
 * The life of one case as deciders know it.
 *
 * @param opening how it began; absent before
 * @param periods in which it is open, in their order
 * @param formalisation of the coming or running accompaniment
 * @param mandates of its referents, in their order
 * @param pending a hand-over that waits for its receiver; absent for none
 */
public record CaseLife(
    @Nullable CaseOpened opening,
    Stage stage,
    List<Period> periods,
    Formalisation formalisation,
    List<Mandate> mandates,
    @Nullable PendingHandOver pending) {

  /** Before the first fact. */
  public static final CaseLife UNBORN =
      new CaseLife(null, Stage.ABSENT, List.of(), Formalisation.NOTHING, List.of(), null);

  private static final Set<Class<? extends Event>> LIFE =
      Set.of(
          CaseOpened.class,
          AccompanimentProposed.class,
          AdhesionGiven.class,
          ObjectiveSet.class,
          DurationPlanned.class,
          ReferentAssigned.class,
          ReferentReleased.class,
          HandOverProposed.class,
          HandOverDeclined.class,
          HandOverWithdrawn.class,
          ReferentChanged.class,
          AccompanimentStarted.class,
          ObjectiveEvaluated.class,
          ObjectiveAbandoned.class,
          AccompanimentClosed.class,
          CaseClosed.class,
          CaseReopened.class,
          EntryRectified.class);

  private static final Set<Class<? extends Event>> MANDATES =
      Set.of(
          ReferentAssigned.class,
          ReferentReleased.class,
          ReferentChanged.class,
          AccompanimentClosed.class,
          CaseClosed.class,
          EntryRectified.class);

  private static final Set<Class<? extends Event>> OPENNESS =
      Set.of(CaseOpened.class, CaseClosed.class, CaseReopened.class, EntryRectified.class);

  /** Keeps copies. */
  public CaseLife {
    periods = List.copyOf(periods);
    mandates = List.copyOf(mandates);
  }

  /** Everything in a case's life except its interventions, of which there may be thousands. */
  public static Boundary lifeOf(CaseId id) {
    return Boundary.only(LIFE, Tag.of(id));
  }

  /** Everything in a case's life. */
  public static Boundary wholeLifeOf(CaseId id) {
    return Boundary.all(Tag.of(id));
  }

  /** What begins and ends the mandates of a case. */
  public static Boundary mandatesOf(CaseId id) {
    return Boundary.only(MANDATES, Tag.of(id));
  }

  /** The cases that a professional ever was referent of. */
  public static Boundary mandatesOf(ProfessionalId referent) {
    return Boundary.only(MANDATES, Tag.referent(referent));
  }

  /** What opens and closes a case. */
  public static Boundary opennessOf(CaseId id) {
    return Boundary.only(OPENNESS, Tag.of(id));
  }

  /** Whether it was opened. */
  public boolean exists() {
    return stage != Stage.ABSENT;
  }

  /** Whether it was opened and not closed since. */
  public boolean isOpen() {
    return stage == Stage.INTAKE || stage == Stage.ACTIVE;
  }

  /** First day; absent before the opening. */
  public @Nullable EffectiveDay openedOn() {
    return periods.isEmpty() ? null : periods.getFirst().from();
  }

  /** First day after its last period; absent while it is open. */
  public @Nullable EffectiveDay closedOn() {
    return periods.isEmpty() ? null : periods.getLast().until();
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
    return periods.stream().anyMatch(period -> period.meets(day, null));
  }

  /** Whether it is a household's passage in a programme. */
  public boolean isIn(HouseholdId household, ProgrammeId programme) {
    return opening != null
        && opening.household().equals(household)
        && opening.programme().equals(programme);
  }

  /** The life after one more of the case's facts. */
  public CaseLife evolve(Fact fact) {
    return fact.event() instanceof CaseEvent event ? after(event, fact.day()) : this;
  }

  private CaseLife after(CaseEvent event, EffectiveDay day) {
    return switch (event) {
      case CaseOpened e -> opened(e, day);
      case AccompanimentProposed _ -> with(formalisation.asProposed());
      case AdhesionGiven _ -> with(formalisation.agreed());
      case ObjectiveSet e ->
          with(
              formalisation.with(
                  e.objectiveId(), new Objective(e.criteria().size(), Objective.State.OPEN)));
      case DurationPlanned e -> with(formalisation.planned(e.until()));
      case ReferentAssigned e -> under(e.referent(), day);
      case ReferentReleased _ -> with(endedOn(day), null);
      case HandOverProposed e ->
          with(mandates, new PendingHandOver(e.from(), e.to(), day, e.overlapUntil()));
      case HandOverDeclined _, HandOverWithdrawn _ -> with(mandates, null);
      case ReferentChanged e -> under(e.to(), day);
      case AccompanimentStarted _ -> in(Stage.ACTIVE, periods, formalisation.asProposed());
      case ObjectiveEvaluated e ->
          with(formalisation.moved(e.objectiveId(), stateAfter(e.outcome())));
      case ObjectiveAbandoned e ->
          with(formalisation.moved(e.objectiveId(), Objective.State.ABANDONED));
      case AccompanimentClosed _ ->
          in(Stage.INTAKE, periods, formalisation.ended()).with(endedOn(day), null);
      case CaseClosed _ ->
          in(Stage.CLOSED, closedOn(day), formalisation.ended()).with(endedOn(day), null);
      case CaseReopened _ -> in(Stage.INTAKE, reopened(day), formalisation.ended());
      case InterventionRecorded _,
          CaseloadCeilingOverridden _,
          ForeignNumberKept _,
          EntryRedacted _,
          NarrativeResealed _ ->
          this;
    };
  }

  private CaseLife opened(CaseOpened event, EffectiveDay day) {
    return new CaseLife(
        event, Stage.INTAKE, reopened(day), Formalisation.NOTHING, mandates, pending);
  }

  private static Objective.State stateAfter(Outcome outcome) {
    return switch (outcome) {
      case MET -> Objective.State.MET;
      case PARTLY_MET, NOT_MET -> Objective.State.EVALUATED;
    };
  }

  private List<Period> reopened(EffectiveDay day) {
    var more = new ArrayList<>(closedOn(day));
    more.add(new Period(day, null));
    return more;
  }

  private List<Period> closedOn(EffectiveDay day) {
    return periods.stream().map(p -> p.until() == null ? p.endedOn(day) : p).toList();
  }

  private CaseLife under(ProfessionalId referent, EffectiveDay day) {
    var more = new ArrayList<>(endedOn(day));
    more.add(new Mandate(referent, day, null));
    return with(more, null);
  }

  private List<Mandate> endedOn(EffectiveDay day) {
    return mandates.stream().map(m -> m.until() == null ? m.endedOn(day) : m).toList();
  }

  private CaseLife with(Formalisation next) {
    return in(stage, periods, next);
  }

  private CaseLife with(List<Mandate> nextMandates, @Nullable PendingHandOver nextPending) {
    return new CaseLife(opening, stage, periods, formalisation, nextMandates, nextPending);
  }

  private CaseLife in(Stage next, List<Period> nextPeriods, Formalisation nextFormalisation) {
    return new CaseLife(opening, next, nextPeriods, nextFormalisation, mandates, pending);
  }
}
