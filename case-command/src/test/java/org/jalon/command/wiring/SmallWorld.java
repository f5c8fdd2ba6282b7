package org.jalon.command.wiring;

import static org.jalon.command.Facts.OBJECTIVE;
import static org.jalon.command.Facts.agreed;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.handOverProposed;
import static org.jalon.command.Facts.intervened;
import static org.jalon.command.Facts.objectiveSet;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.proposed;
import static org.jalon.command.Facts.started;
import static org.jalon.command.Facts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jalon.command.Facts;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Label;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AcceptHandOver;
import org.jalon.kernel.command.AdoptNorm;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.ChangeWorkingTime;
import org.jalon.kernel.command.CloseAccompaniment;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.command.ClosePost;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.command.CorrectIntervention;
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.command.DeclineHandOver;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.EvaluateObjective;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.command.PlanDuration;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.command.ProposeHandOver;
import org.jalon.kernel.command.RecordAdhesion;
import org.jalon.kernel.command.RecordIntervention;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.command.RedactEntry;
import org.jalon.kernel.command.ReleaseReferent;
import org.jalon.kernel.command.ReopenCase;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.command.StartAccompaniment;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.TransferCaseload.Handed;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.command.WithdrawHandOver;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One of many small worlds of a ledger, in which everything collides: Ana has two cases and room
 * for three, Bob one and room for two, Zoe is head of service.
 */
final class SmallWorld {

  private static final ProgrammeId POLYVALENCE = new ProgrammeId("polyvalence");

  private final RandomGenerator random;
  private final String name;
  private List<Fact> facts = List.of();

  SmallWorld(String name, RandomGenerator random) {
    this.name = name;
    this.random = random;
  }

  List<Event> prepared() {
    TerritoryId north = new TerritoryId(name + "-north");
    List<Event> events = new ArrayList<>();
    events.add(created(north));
    events.add(created(team(), north));
    events.add(postOpened(post("a"), team(), "AS", "1"));
    events.add(postOpened(post("b"), team(), "AS", "1"));
    events.add(postOpened(post("z"), team(), "HEAD", "1"));
    events.add(postOpened(post("free"), team(), "AS", "1"));
    events.add(filled(post("a"), ana(), "0.12"));
    events.add(filled(post("b"), bob(), "0.08"));
    events.add(filled(post("z"), zoe(), "0.5"));
    Stream.of("a1", "a2", "b1", "new1", "new2", "z1", "gone", "asked", "ready", "runs")
        .map(id -> new CaseOpened(id(id), household(id), POLYVALENCE, team()))
        .forEach(events::add);
    events.add(assigned(id("a1"), ana()));
    events.add(assigned(id("a2"), ana()));
    events.add(assigned(id("b1"), bob()));
    events.add(assigned(id("z1"), zoe()));
    events.add(handOverProposed(id("b1"), bob(), ana()));
    events.add(intervened(id("a1"), new InterventionId("i1")));
    events.add(caseClosed(id("gone")));
    events.add(proposed(id("asked")));
    for (CaseId id : List.of(id("ready"), id("runs"))) {
      events.add(proposed(id));
      events.add(agreed(id));
      events.add(objectiveSet(id, OBJECTIVE));
      events.add(Facts.planned(id, "2026-12-31"));
      events.add(assigned(id, zoe()));
    }
    events.add(started(id("runs")));
    return events;
  }

  void recorded(List<Fact> asRecorded) {
    facts = List.copyOf(asRecorded);
  }

  List<Fact> facts() {
    return facts;
  }

  Command assigning() {
    return new AssignReferent(id(one("new1", "new2")), somebody(), override());
  }

  Command accepting() {
    return new AcceptHandOver(id("b1"), override());
  }

  Command transferring() {
    return switch (random.nextInt(3)) {
      case 0 -> new TransferCaseload(zoe(), List.of(new Handed(id("z1"), somebody())), override());
      case 1 -> new TransferCaseload(bob(), List.of(new Handed(id("b1"), ana())), override());
      default -> new TransferCaseload(ana(), twoTo(bob()), override());
    };
  }

  Command closing() {
    return closing(one("a1", "b1", "new1"));
  }

  /** Closes the case that Bob is to hand over to Ana. */
  Command closingBobs() {
    return closing("b1");
  }

  private Command closing(String which) {
    return new CloseCase(id(which), ClosureReason.MOVED_AWAY, null);
  }

  Command reopening() {
    return new ReopenCase(id("gone"), null);
  }

  Command openingAgain() {
    return new OpenCase(id("again" + random.nextInt(2)), household("gone"), POLYVALENCE, team());
  }

  Command changingTime() {
    return new ChangeWorkingTime(post("a"), ana(), fte(one("0.04", "0.08", "0.6", "1")));
  }

  Command filling() {
    return new FillPost(post("free"), somebody(), fte(one("0.08", "0.5", "0.9")), null);
  }

  Command vacating() {
    return random.nextBoolean()
        ? new VacatePost(post("a"), ana())
        : new VacatePost(post("b"), bob());
  }

  Command adopting() {
    return new AdoptNorm(null, team(), null, null, null, null, random.nextInt(8, 45), null);
  }

  Command rectifying(int index) {
    Fact entry = facts.get(index);
    var position = EntryPosition.of(entry.position());
    if (random.nextInt(3) == 0) {
      return new RectifyEntry(position, Action.ANNUL, null, text("slip"));
    }
    Map<String, Object> fields =
        switch (entry.event()) {
          case ReferentAssigned _ when random.nextBoolean() ->
              Map.of("referent", somebody().value());
          case CaseOpened _ when random.nextBoolean() ->
              Map.of("household", household(one("gone", "a1")).value());
          default ->
              Map.of("effectiveOn", entry.day().value().plusDays(random.nextInt(1, 9)).toString());
        };
    return new RectifyEntry(position, Action.REPLACE, new Fields(fields), text("slip"));
  }

  int anIndex() {
    return random.nextInt(facts.size());
  }

  Command any() {
    return switch (random.nextInt(17)) {
      case 0, 1 -> assigning();
      case 2 -> accepting();
      case 3 -> transferring();
      case 4 -> closing();
      case 5 -> reopening();
      case 6 -> openingAgain();
      case 7 -> changingTime();
      case 8 -> filling();
      case 9 -> vacating();
      case 10 -> adopting();
      case 11 -> new DeclineHandOver(id("b1"), null);
      case 12 -> new WithdrawHandOver(id("b1"), null);
      case 13 -> new ReleaseReferent(id(one("a1", "b1")), null);
      case 14 -> new ProposeHandOver(id("a1"), bob(), null, null);
      case 15 ->
          random.nextBoolean()
              ? new ClosePost(post("free"))
              : random.nextBoolean()
                  ? new ProposeAccompaniment(id("a1"))
                  : new CorrectIntervention(
                      id("a1"),
                      new InterventionId("i1"),
                      new Fields(Map.of("minutes", random.nextInt(1, 90))),
                      text("slip"));
      default -> rectifying(anIndex());
    };
  }

  /** One command of every kind that holds in this world. */
  List<Command> oneOfEach() {
    var profession = new ProfessionId("AS");
    var note = text("why");
    return List.of(
        new OpenCase(id("more"), household("more"), POLYVALENCE, team()),
        new ProposeAccompaniment(id("new1")),
        new RecordAdhesion(id("asked")),
        new SetObjective(id("new1"), OBJECTIVE, note, List.of(note), Nodes.DAY),
        new PlanDuration(id("new1"), Nodes.DAY.plusYears(1)),
        new AssignReferent(id("new1"), ana(), null),
        new ProposeHandOver(id("a1"), bob(), null, note),
        new AcceptHandOver(id("b1"), null),
        new DeclineHandOver(id("b1"), note),
        new WithdrawHandOver(id("b1"), note),
        new TransferCaseload(ana(), twoTo(bob()), new Override(note, new ActorId(zoe().value()))),
        new ReleaseReferent(id("a1"), note),
        new StartAccompaniment(id("ready")),
        new RecordIntervention(
            id("a1"), new InterventionId("i2"), ana(), Mode.INTAKE, null, null, null, null, note),
        new EvaluateObjective(id("runs"), OBJECTIVE, Outcome.MET, null, note),
        new CloseAccompaniment(id("runs"), ClosureReason.MOVED_AWAY, note, true),
        new CloseCase(id("new1"), ClosureReason.OTHER, note),
        new ReopenCase(id("gone"), note),
        new CorrectIntervention(
            id("a1"), new InterventionId("i1"), new Fields(Map.of("minutes", 20)), note),
        new RectifyEntry(at(PostFilled.class), Action.ANNUL, null, note),
        new RedactEntry(at(ObjectiveSet.class), note),
        new CreateTerritory(new TerritoryId(name + "-south"), new Label("South")),
        new CreateTeam(
            new TeamId(name + "-u"), new TerritoryId(name + "-north"), new Label("Harbour")),
        new OpenPost(post("more"), team(), profession, fte("1")),
        new FillPost(post("free"), bob(), fte("0.5"), null),
        new ChangeWorkingTime(post("a"), ana(), fte("0.04")),
        new VacatePost(post("a"), ana()),
        new ClosePost(post("free")),
        new AdoptNorm(null, team(), null, null, null, null, 8, null));
  }

  private List<Handed> twoTo(ProfessionalId who) {
    return List.of(new Handed(id("a1"), who), new Handed(id("a2"), who));
  }

  private EntryPosition at(Class<? extends Event> type) {
    return facts.stream()
        .filter(fact -> type.isInstance(fact.event()))
        .findFirst()
        .map(fact -> EntryPosition.of(fact.position()))
        .orElseThrow();
  }

  private @Nullable Override override() {
    return random.nextInt(4) == 0 ? new Override(text("why"), new ActorId(zoe().value())) : null;
  }

  private ProfessionalId somebody() {
    return random.nextInt(3) > 0 ? ana() : bob();
  }

  private ProfessionalId ana() {
    return new ProfessionalId(name + "-ana");
  }

  private ProfessionalId bob() {
    return new ProfessionalId(name + "-bob");
  }

  private ProfessionalId zoe() {
    return new ProfessionalId(name + "-zoe");
  }

  private TeamId team() {
    return new TeamId(name + "-t");
  }

  private PostId post(String which) {
    return new PostId(name + "-" + which);
  }

  private CaseId id(String which) {
    return new CaseId(name + "-" + which);
  }

  private HouseholdId household(String which) {
    return new HouseholdId(name + "-h-" + which);
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
