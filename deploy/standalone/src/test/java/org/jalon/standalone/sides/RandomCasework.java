package org.jalon.standalone.sides;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jalon.command.adhering.ProposingAccompaniment;
import org.jalon.command.adhering.RecordingAdhesion;
import org.jalon.command.assigning.AssigningReferent;
import org.jalon.command.closing.ClosingAccompaniment;
import org.jalon.command.closing.ClosingCase;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.handingover.AcceptingHandOver;
import org.jalon.command.handingover.DecliningHandOver;
import org.jalon.command.handingover.ProposingHandOver;
import org.jalon.command.handingover.WithdrawingHandOver;
import org.jalon.command.intervening.RecordingIntervention;
import org.jalon.command.norms.AdoptingNorm;
import org.jalon.command.objectives.EvaluatingObjective;
import org.jalon.command.objectives.SettingObjective;
import org.jalon.command.opening.OpeningCase;
import org.jalon.command.planning.PlanningDuration;
import org.jalon.command.rectifying.CorrectingIntervention;
import org.jalon.command.rectifying.RectifyingEntry;
import org.jalon.command.releasing.ReleasingReferent;
import org.jalon.command.reopening.ReopeningCase;
import org.jalon.command.starting.StartingAccompaniment;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.StaffStory;
import org.jalon.command.transferring.TransferringCaseload;
import org.jalon.command.workforce.ChangingWorkingTime;
import org.jalon.command.workforce.ClosingPost;
import org.jalon.command.workforce.FillingPost;
import org.jalon.command.workforce.OpeningPost;
import org.jalon.command.workforce.VacatingPost;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
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
import org.jalon.kernel.command.AcceptHandOver;
import org.jalon.kernel.command.AdoptNorm;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.ChangeWorkingTime;
import org.jalon.kernel.command.CloseAccompaniment;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.command.ClosePost;
import org.jalon.kernel.command.CorrectIntervention;
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
import org.jalon.kernel.command.ReleaseReferent;
import org.jalon.kernel.command.ReopenCase;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.command.StartAccompaniment;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.command.WithdrawHandOver;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** A year of casework at random, much of it written down late, in a small service. */
final class RandomCasework {

  private static final LocalDate BEGINNING = LocalDate.of(2025, 12, 1);
  private static final int CASES = 10;
  private static final TeamId TEAM = new TeamId("t");
  private static final ProgrammeId HOUSING = new ProgrammeId("housing");
  private static final List<String> FTES = List.of("0.04", "0.1", "0.3", "0.5", "1");

  private final CaseworkLedger ledger = new CaseworkLedger();
  private final Random random;
  private LocalDate today = LocalDate.of(2026, 1, 1);

  RandomCasework(long seed) {
    random = new Random(seed);
    var north = new TerritoryId("north");
    imported(new TerritoryCreated(north, new Label("North")), BEGINNING);
    imported(new TeamCreated(TEAM, north, new Label("Team")), BEGINNING);
    imported(new ProgrammeDefined(HOUSING, new Label("Housing"), List.of()), BEGINNING);
    for (int n = 0; n < 6; n++) {
      var post = new PostId("post" + n);
      var profession = new ProfessionId(n == 0 ? "HEAD" : "AS");
      ask(new OpeningPost(), new OpenPost(post, TEAM, profession, fte("2")), BEGINNING);
      var holder = new ProfessionalId("p" + n % 5);
      ask(new FillingPost(), new FillPost(post, holder, fte("0.5"), null), BEGINNING);
    }
  }

  /** Everything recorded after so many acts. */
  List<Fact> after(int acts) {
    for (int act = 0; act < acts; act++) {
      today = today.plusDays(random.nextInt(3));
      act();
    }
    return ledger.facts();
  }

  private void act() {
    CaseId id = aCase();
    switch (random.nextInt(44)) {
      case 0, 1, 2 ->
          ask(new OpeningCase(), new OpenCase(id, household(), programme(), TEAM), past());
      case 3, 4, 5, 6 -> formalised(id, past());
      case 7 -> ask(new ProposingAccompaniment(), new ProposeAccompaniment(id), past());
      case 8 -> ask(new RecordingAdhesion(), new RecordAdhesion(id), past());
      case 9 -> ask(new SettingObjective(), objective(id), past());
      case 10 -> ask(new PlanningDuration(), new PlanDuration(id, today.plusDays(90)), past());
      case 11, 12 ->
          ask(new AssigningReferent(), new AssignReferent(id, professional(), override()), past());
      case 13 -> ask(new ReleasingReferent(), new ReleaseReferent(id, null), past());
      case 14, 15, 16 -> handedOver(id, past());
      case 17, 18 -> ask(new AcceptingHandOver(), new AcceptHandOver(id, override()), past());
      case 19 -> ask(new DecliningHandOver(), new DeclineHandOver(id, null), past());
      case 20 -> ask(new WithdrawingHandOver(), new WithdrawHandOver(id, null), past());
      case 21, 41, 42 -> ask(new TransferringCaseload(), transfer(), past());
      case 22, 43 ->
          ask(
              new EvaluatingObjective(),
              new EvaluateObjective(id, aim(), outcome(), null, null),
              past());
      case 23 ->
          ask(
              new ClosingAccompaniment(),
              new CloseAccompaniment(id, reason(), null, random.nextBoolean()),
              past());
      case 24 -> ask(new ClosingCase(), new CloseCase(id, ClosureReason.DECEASED, null), past());
      case 25, 26 -> ask(new ReopeningCase(), new ReopenCase(id, null), past());
      case 27 -> intervened(id);
      case 28, 29, 30, 31, 32, 33, 34 -> staffed();
      case 35 -> imported(new ForeignNumberKept(id, text()), id);
      default -> rectified();
    }
  }

  /** All that the gate asks for, and the start, on one day. */
  private void formalised(CaseId id, LocalDate on) {
    ask(new ProposingAccompaniment(), new ProposeAccompaniment(id), on);
    ask(new RecordingAdhesion(), new RecordAdhesion(id), on);
    ask(new SettingObjective(), objective(id), on);
    ask(new PlanningDuration(), new PlanDuration(id, on.plusDays(90)), on);
    ask(new AssigningReferent(), new AssignReferent(id, professional(), override()), on);
    ask(new StartingAccompaniment(), new StartAccompaniment(id), on);
  }

  /** Somebody is replaced, the substitute too, and one of them leaves. */
  private void replaced(PostId post, LocalDate on) {
    var absent = professional();
    var substitute = professional();
    ask(new FillingPost(), new FillPost(post, substitute, fte("0.1"), absent), on);
    ask(new FillingPost(), new FillPost(post, professional(), fte("0.1"), substitute), on);
    ask(new VacatingPost(), new VacatePost(post, substitute), on.plusDays(random.nextInt(40)));
  }

  private void staffed() {
    PostId post = new PostId("post" + random.nextInt(8));
    switch (random.nextInt(14)) {
      case 10, 11, 12, 13 -> replaced(post, planned());
      case 0 ->
          ask(
              new OpeningPost(),
              new OpenPost(post, TEAM, new ProfessionId("AS"), fte("1")),
              planned());
      case 1, 2, 3 ->
          ask(
              new FillingPost(),
              new FillPost(post, professional(), fte(one(FTES)), replaced()),
              planned());
      case 4, 5 ->
          ask(
              new ChangingWorkingTime(),
              new ChangeWorkingTime(post, professional(), fte(one(FTES))),
              planned());
      case 6, 7 -> ask(new VacatingPost(), new VacatePost(post, professional()), planned());
      case 8 -> ask(new ClosingPost(), new ClosePost(post), planned());
      default -> {
        resized(new PostId("post" + random.nextInt(3)), fte(one(List.of("1", "1.5"))));
        ask(
            new AdoptingNorm(),
            new AdoptNorm(null, TEAM, null, null, null, null, 20, null),
            past());
      }
    }
  }

  /** As an import does, on a day on which the post stands. */
  private void resized(PostId post, Fte budget) {
    var draft =
        new Draft(new PostResized(post, budget), EffectiveOn.day(past()), ledger.nextCommand());
    if (StaffStory.of(ledger.facts()).contradiction(List.of(draft)).isEmpty()) {
      ledger.record(draft);
    }
  }

  private void intervened(CaseId id) {
    var intervention = new InterventionId("i" + random.nextInt(9));
    if (random.nextBoolean()) {
      ask(
          new RecordingIntervention(),
          new RecordIntervention(
              id, intervention, professional(), Mode.INTAKE, null, null, null, null, null),
          past());
    } else {
      ask(
          new CorrectingIntervention(),
          new CorrectIntervention(id, intervention, effectiveOn(), text()),
          today);
    }
  }

  /** Of an entry anywhere in the past, often of a late one, on which less rests. */
  private void rectified() {
    int last = ledger.facts().size();
    long position = random.nextBoolean() ? 1 + random.nextInt(last) : last - random.nextInt(15);
    boolean annuls = random.nextInt(3) == 0;
    ask(
        new RectifyingEntry(),
        new RectifyEntry(
            EntryPosition.of(position),
            annuls ? Action.ANNUL : Action.REPLACE,
            annuls ? null : fields(ledger.facts().get((int) position - 1).event()),
            text()),
        today);
  }

  private Fields fields(Event entry) {
    if (random.nextInt(3) > 0) {
      return effectiveOn();
    }
    return switch (entry.getClass().getSimpleName()) {
      case "ReferentAssigned" -> new Fields(Map.of("referent", professional().value()));
      case "ReferentChanged", "HandOverProposed" ->
          new Fields(Map.of("to", professional().value()));
      case "PostFilled" ->
          new Fields(
              Map.of("fte", new BigDecimal(one(FTES)), "professional", professional().value()));
      case "WorkingTimeChanged", "PostOpened" ->
          new Fields(Map.of("fte", new BigDecimal(one(FTES))));
      case "ObjectiveEvaluated" -> new Fields(Map.of("outcome", outcome().name()));
      case "DurationPlanned" -> new Fields(Map.of("until", today.plusDays(30).toString()));
      case "ObjectiveSet" -> new Fields(Map.of("objectiveId", aim().value()));
      default -> effectiveOn();
    };
  }

  private Fields effectiveOn() {
    return new Fields(Map.of("effectiveOn", past().toString()));
  }

  private void handedOver(CaseId id, LocalDate on) {
    ask(new ProposingHandOver(), new ProposeHandOver(id, professional(), null, null), on);
    if (random.nextBoolean()) {
      ask(new AcceptingHandOver(), new AcceptHandOver(id, override()), on);
    }
  }

  /** Cases of one referent, and perhaps one that is not theirs. */
  private TransferCaseload transfer() {
    List<CaseId> all = IntStream.range(0, CASES).mapToObj(n -> new CaseId("c" + n)).toList();
    ProfessionalId from = professional();
    List<TransferCaseload.Handed> theirs =
        all.stream()
            .filter(id -> random.nextInt(9) == 0 || isReferent(from, id))
            .map(id -> new TransferCaseload.Handed(id, professional()))
            .limit(3)
            .toList();
    return theirs.isEmpty() ? transferOf(from) : new TransferCaseload(from, theirs, override());
  }

  private boolean isReferent(ProfessionalId who, CaseId id) {
    var boundary = CaseLife.wholeLifeOf(id);
    return CaseStory.of(ledger.facts().stream().filter(boundary::admits).toList())
        .life()
        .runningMandate()
        .filter(mandate -> mandate.referent().equals(who))
        .isPresent();
  }

  private TransferCaseload transferOf(ProfessionalId from) {
    return new TransferCaseload(
        from, List.of(new TransferCaseload.Handed(aCase(), professional())), override());
  }

  private SetObjective objective(CaseId id) {
    return new SetObjective(id, aim(), text(), List.of(text()), today.plusDays(60));
  }

  private <C> void ask(Decider<C, ?> decider, C command, LocalDate on) {
    ledger.ask(
        decider,
        new Intent<>(
            command,
            ledger.nextCommand(),
            new Actor(new ActorId("local"), null, null),
            EffectiveOn.day(on),
            new EffectiveDay(today),
            ZoneId.of("Europe/Paris")));
  }

  private void imported(Event event, LocalDate on) {
    ledger.record(new Draft(event, EffectiveOn.day(on), ledger.nextCommand()));
  }

  private void imported(Event event, CaseId ofCase) {
    boolean opened =
        ledger.facts().stream()
            .anyMatch(fact -> Event.caseOf(fact.event()).filter(ofCase::equals).isPresent());
    if (opened && random.nextInt(3) == 0) {
      imported(event, today);
    }
  }

  private LocalDate past() {
    return today.minusDays(random.nextInt(3) > 0 ? random.nextInt(60) : 0);
  }

  private LocalDate planned() {
    return today.plusDays(random.nextInt(-60, 60));
  }

  private ClosureReason reason() {
    return random.nextBoolean() ? ClosureReason.OBJECTIVES_MET : ClosureReason.MOVED_AWAY;
  }

  private Outcome outcome() {
    return one(List.of(Outcome.values()));
  }

  private @Nullable Override override() {
    return random.nextInt(3) > 0 ? new Override(text(), new ActorId("p0")) : null;
  }

  private @Nullable ProfessionalId replaced() {
    return random.nextInt(2) == 0 ? professional() : null;
  }

  private ObjectiveId aim() {
    return new ObjectiveId("o" + random.nextInt(random.nextBoolean() ? 3 : 30));
  }

  private CaseId aCase() {
    return new CaseId("c" + random.nextInt(CASES));
  }

  private HouseholdId household() {
    return new HouseholdId("h" + random.nextInt(9));
  }

  private ProgrammeId programme() {
    return random.nextBoolean() ? HOUSING : new ProgrammeId("polyvalence");
  }

  private ProfessionalId professional() {
    return new ProfessionalId("p" + random.nextInt(5));
  }

  private static Fte fte(String fte) {
    return new Fte(new BigDecimal(fte));
  }

  private static Narrative text() {
    return new Narrative.Written("why");
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
