package org.jalon.command;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jalon.command.decision.Specification;
import org.jalon.command.decision.Specification.Given;
import org.jalon.command.decision.Tag;
import org.jalon.command.decision.Tags;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Label;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.wire.EventCatalog;
import org.jspecify.annotations.Nullable;

/** Facts and names as specifications read them aloud. */
public final class Facts {

  public static final CaseId CASE = new CaseId("c-1");
  public static final CaseId OTHER_CASE = new CaseId("c-2");
  public static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
  public static final ProgrammeId POLYVALENCE = new ProgrammeId("polyvalence");
  public static final ProgrammeId HOUSING = new ProgrammeId("housing");
  public static final ProfessionalId ANA = new ProfessionalId("ana");
  public static final ProfessionalId BOB = new ProfessionalId("bob");
  public static final ProfessionalId ZOE = new ProfessionalId("zoe");
  public static final TerritoryId NORTH = new TerritoryId("north");
  public static final TerritoryId SOUTH = new TerritoryId("south");
  public static final TeamId TEAM = new TeamId("t-1");
  public static final TeamId OTHER_TEAM = new TeamId("t-2");
  public static final PostId POST = new PostId("p-1");
  public static final PostId OTHER_POST = new PostId("p-2");
  public static final PostId HEAD_POST = new PostId("p-head");
  public static final ObjectiveId OBJECTIVE = new ObjectiveId("o-1");
  public static final InterventionId INTERVENTION = new InterventionId("i-1");

  private Facts() {}

  public static Narrative text(String text) {
    return new Narrative.Written(text);
  }

  public static Fte fte(String fte) {
    return new Fte(new BigDecimal(fte));
  }

  public static CaseOpened opened(CaseId id) {
    return opened(id, HOUSEHOLD, POLYVALENCE);
  }

  public static CaseOpened opened(CaseId id, HouseholdId household, ProgrammeId programme) {
    return new CaseOpened(id, household, programme, null);
  }

  public static CaseOpened openedIn(TeamId team, CaseId id) {
    return new CaseOpened(id, HOUSEHOLD, POLYVALENCE, team);
  }

  public static AccompanimentProposed proposed(CaseId id) {
    return new AccompanimentProposed(id);
  }

  public static AdhesionGiven agreed(CaseId id) {
    return new AdhesionGiven(id);
  }

  public static ObjectiveSet objectiveSet(CaseId id, ObjectiveId objective) {
    return new ObjectiveSet(
        id,
        objective,
        text("find a flat"),
        List.of(text("a lease is signed"), text("the rent is paid")),
        LocalDate.of(2026, 12, 31));
  }

  public static DurationPlanned planned(CaseId id, String until) {
    return new DurationPlanned(id, LocalDate.parse(until));
  }

  public static ReferentAssigned assigned(CaseId id, ProfessionalId referent) {
    return new ReferentAssigned(id, referent);
  }

  public static ReferentReleased released(CaseId id, ProfessionalId referent) {
    return new ReferentReleased(id, referent, null);
  }

  public static HandOverProposed handOverProposed(
      CaseId id, ProfessionalId from, ProfessionalId to) {
    return new HandOverProposed(id, from, to, null, null);
  }

  public static ReferentChanged changed(
      CaseId id, ProfessionalId from, ProfessionalId to, String overlapUntil) {
    return new ReferentChanged(id, from, to, LocalDate.parse(overlapUntil));
  }

  public static CaseReopened reopened(CaseId id) {
    return new CaseReopened(id, null);
  }

  public static AccompanimentStarted started(CaseId id) {
    return new AccompanimentStarted(id, true);
  }

  public static InterventionRecorded intervened(CaseId id, InterventionId intervention) {
    return new InterventionRecorded(
        id, intervention, ANA, Mode.INTAKE, null, null, null, null, null);
  }

  public static ObjectiveEvaluated evaluated(CaseId id, ObjectiveId objective, Outcome outcome) {
    return new ObjectiveEvaluated(id, objective, outcome, List.of(), null);
  }

  public static AccompanimentClosed accompanimentClosed(CaseId id) {
    return new AccompanimentClosed(id, ClosureReason.OBJECTIVES_MET, null);
  }

  public static CaseClosed caseClosed(CaseId id) {
    return new CaseClosed(id, ClosureReason.OBJECTIVES_MET, null);
  }

  public static TerritoryCreated created(TerritoryId id) {
    return new TerritoryCreated(id, new Label("Territory " + id));
  }

  public static TeamCreated created(TeamId id, TerritoryId territory) {
    return new TeamCreated(id, territory, new Label("Team " + id));
  }

  public static PostOpened postOpened(PostId id, TeamId team, String profession, String fte) {
    return new PostOpened(id, team, new ProfessionId(profession), fte(fte));
  }

  public static PostFilled filled(PostId id, ProfessionalId who, String fte) {
    return new PostFilled(id, who, fte(fte), null);
  }

  public static PostFilled filledFor(
      ProfessionalId replaced, PostId id, ProfessionalId who, String fte) {
    return new PostFilled(id, who, fte(fte), replaced);
  }

  public static PostResized resized(PostId id, String fte) {
    return new PostResized(id, fte(fte));
  }

  public static WorkingTimeChanged works(ProfessionalId who, PostId id, String fte) {
    return new WorkingTimeChanged(id, who, fte(fte));
  }

  public static PostVacated vacated(PostId id, ProfessionalId who) {
    return new PostVacated(id, who);
  }

  public static ProgrammeDefined defined(ProgrammeId id, String... professions) {
    return new ProgrammeDefined(
        id, new Label("Housing first"), Arrays.stream(professions).map(ProfessionId::new).toList());
  }

  /** Ana holds an AS post of the team at an FTE, from 2020 on. */
  public static List<Given> anaInPost(String fte) {
    return among("2020-01-01", postOpened(POST, TEAM, "AS", "1"), filled(POST, ANA, fte));
  }

  /** Bob holds another AS post of the team at an FTE, from 2020 on. */
  public static List<Given> bobInPost(String fte) {
    return among(
        "2020-01-01", postOpened(OTHER_POST, TEAM, "AS", "1"), filled(OTHER_POST, BOB, fte));
  }

  /** A norm for everybody that states a ceiling alone. */
  public static NormAdopted ceilingOf(int perFte) {
    return new NormAdopted(NormScope.EVERYBODY, null, null, perFte, List.of());
  }

  /** An entry of a case that never was; names the case and who else stands in the entry. */
  public static EntryRectified annulled(long position, CaseEvent entry) {
    return rectified(position, entry, null);
  }

  /** An entry of a case that was another one. */
  public static EntryRectified replaced(
      long position, CaseEvent entry, String day, CaseEvent other) {
    return rectified(
        position, entry, new Replacement(new EffectiveDay(LocalDate.parse(day)), day, other));
  }

  private static EntryRectified rectified(
      long position, CaseEvent entry, @Nullable Replacement other) {
    List<String> subjects =
        Stream.concat(Stream.of((Event) entry), Stream.ofNullable(other).map(Replacement::event))
            .flatMap(event -> Tags.of(event).stream())
            .map(Tag::toString)
            .distinct()
            .sorted()
            .toList();
    return new EntryRectified(
        position,
        EventCatalog.nameOf(entry).name(),
        entry.caseId(),
        subjects,
        other,
        text("a slip"),
        null);
  }

  /** As many open cases with a referent, one of a household each, all on one day. */
  public static List<Given> cases(int count, ProfessionalId referent, String day) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> new CaseId("load-" + n))
        .flatMap(
            id ->
                among(
                    day,
                    opened(id, new HouseholdId("h-of-" + id), POLYVALENCE),
                    assigned(id, referent))
                    .stream())
        .toList();
  }

  /** A case that passed the gate: everything on one day, and started. */
  public static List<Given> accompanied(CaseId id, String day) {
    return among(
        day,
        opened(id),
        proposed(id),
        agreed(id),
        objectiveSet(id, OBJECTIVE),
        planned(id, "2026-12-31"),
        assigned(id, ANA),
        started(id));
  }

  /** Several facts of one day. */
  public static List<Given> among(String day, Event... events) {
    return Arrays.stream(events).map(event -> Specification.fact(day, event)).toList();
  }
}
