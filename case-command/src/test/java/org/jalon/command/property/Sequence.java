package org.jalon.command.property;

import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jalon.command.adhering.ProposingAccompaniment;
import org.jalon.command.adhering.RecordingAdhesion;
import org.jalon.command.assigning.AssigningReferent;
import org.jalon.command.closing.ClosingAccompaniment;
import org.jalon.command.closing.ClosingCase;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
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
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
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
import org.jalon.kernel.command.TransferCaseload.Handed;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.command.WithdrawHandOver;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** Asks for one thing after the other, at random, in a small world where everything collides. */
final class Sequence {

  /** What was asked, for the messages of a failing run. */
  record Asked<C>(Intent<C> intent, Decision decision) {}

  static final List<String> FTES = List.of("0.04", "0.1", "0.12", "0.3", "0.5", "0.9", "1");
  static final List<ProgrammeId> PROGRAMMES =
      List.of(new ProgrammeId("polyvalence"), new ProgrammeId("housing"));
  static final List<TeamId> TEAMS = List.of(new TeamId("t"), new TeamId("u"));
  static final List<ProfessionalId> PEOPLE =
      Stream.of("p0", "p1", "p2", "p3", "p4").map(ProfessionalId::new).toList();

  static final ProfessionalId HEAD = new ProfessionalId("head");

  private final RandomGenerator random;
  private final World world;
  private final Corrections corrections;
  private LocalDate today = LocalDate.of(2026, 1, 1);
  private int focus;
  private boolean answerNext;

  Sequence(RandomGenerator random, World world) {
    this.random = random;
    this.world = world;
    this.corrections = new Corrections(random);
  }

  Asked<?> next() {
    today = today.plusDays(random.nextInt(2));
    return switch (answerNext ? 35 : random.nextInt(56)) {
      case 0, 1, 2, 3, 4 ->
          ask(new OpeningCase(), new OpenCase(aCase(), household(), programme(), team()), past());
      case 5, 6, 7, 8, 9, 10, 11 ->
          ask(new AssigningReferent(), new AssignReferent(aCase(), receiver(), override()), past());
      case 12 -> ask(new OpeningPost(), post(), planned());
      case 13, 14, 15 ->
          ask(
              new FillingPost(),
              new FillPost(postId(), professional(), fte(one(FTES)), replaces()),
              planned());
      case 16 -> vacating();
      case 17, 55 -> ask(new ChangingWorkingTime(), changedTime(), planned());
      case 18 -> ask(new ClosingPost(), new ClosePost(postId()), planned());
      case 19, 20 -> ask(new AdoptingNorm(), norm(), planned());
      case 21, 22 -> ask(new ProposingAccompaniment(), new ProposeAccompaniment(focused()), past());
      case 23, 50 -> ask(new RecordingAdhesion(), new RecordAdhesion(focused()), past());
      case 24, 43, 51 -> ask(new SettingObjective(), objective(), past());
      case 25, 52 ->
          ask(new PlanningDuration(), new PlanDuration(focused(), today.plusYears(1)), past());
      case 26, 27, 53 ->
          ask(new StartingAccompaniment(), new StartAccompaniment(focused()), past());
      case 28, 54 -> closing();
      case 29 -> ask(new ClosingCase(), new CloseCase(aCase(), reason(), null), past());
      case 30, 31 -> reopening();
      case 32, 33, 34 -> proposing();
      case 35, 36, 37 -> answering();
      case 38, 39 -> ask(new TransferringCaseload(), transfer(), past());
      case 40 -> ask(new ReleasingReferent(), new ReleaseReferent(aCase(), null), past());
      case 41 -> ask(new RecordingIntervention(), intervention(), past());
      case 42 -> correcting();
      case 44 -> evaluating();
      default -> ask(new RectifyingEntry(), rectification(), today);
    };
  }

  private Asked<?> vacating() {
    var held = anEntry(PostFilled.class);
    return held == null
        ? ask(new VacatingPost(), new VacatePost(postId(), professional()), planned())
        : ask(new VacatingPost(), new VacatePost(held.postId(), held.professional()), planned());
  }

  private ChangeWorkingTime changedTime() {
    var held = anEntry(PostFilled.class);
    if (held != null && random.nextBoolean()) {
      return new ChangeWorkingTime(held.postId(), held.professional(), fte(one(FTES)));
    }
    int number = random.nextInt(PEOPLE.size());
    String fte = FTES.get(random.nextInt(random.nextBoolean() ? 2 : FTES.size()));
    return new ChangeWorkingTime(new PostId("post" + number), PEOPLE.get(number), fte(fte));
  }

  private Asked<?> closing() {
    var started = last(AccompanimentStarted.class);
    CaseId id = started == null ? aCase() : started.caseId();
    return ask(
        new ClosingAccompaniment(),
        new CloseAccompaniment(id, reason(), null, random.nextBoolean()),
        past());
  }

  private Asked<?> reopening() {
    var closed = anEntry(CaseClosed.class);
    return ask(
        new ReopeningCase(),
        new ReopenCase(closed == null ? aCase() : closed.caseId(), null),
        past());
  }

  private Asked<?> proposing() {
    var asked =
        ask(new ProposingHandOver(), new ProposeHandOver(aCase(), receiver(), null, null), past());
    answerNext = asked.decision() instanceof Decision.Accepted && random.nextInt(3) > 0;
    return asked;
  }

  private Asked<?> answering() {
    var proposed =
        answerNext || random.nextBoolean()
            ? last(HandOverProposed.class)
            : anEntry(HandOverProposed.class);
    answerNext = false;
    CaseId id = proposed == null ? aCase() : proposed.caseId();
    var by =
        proposed == null || random.nextInt(4) == 0
            ? actor()
            : new Actor(new ActorId(proposed.to().value()), null, null);
    return switch (random.nextInt(5)) {
      case 0 -> ask(new DecliningHandOver(), new DeclineHandOver(id, null), past(), by);
      case 1 -> ask(new WithdrawingHandOver(), new WithdrawHandOver(id, null), past(), by);
      default -> ask(new AcceptingHandOver(), new AcceptHandOver(id, byHeadOrNobody()), past(), by);
    };
  }

  private TransferCaseload transfer() {
    ProfessionalId from = professional();
    List<CaseId> theirs = new ArrayList<>();
    var day = new EffectiveDay(today);
    Day.each(world.facts(), day, day, end -> theirs.addAll(end.casesOf(from)));
    Collections.shuffle(theirs, Random.from(random));
    List<Handed> handed = new ArrayList<>();
    theirs.stream()
        .limit(random.nextInt(1, 5))
        .forEach(id -> handed.add(new Handed(id, receiver())));
    if (handed.isEmpty() || random.nextInt(8) == 0) {
      handed.add(new Handed(aCase(), receiver()));
    }
    return new TransferCaseload(from, handed, admitting());
  }

  /** Often who is nearest to the ceiling. */
  private ProfessionalId receiver() {
    return random.nextInt(3) == 0 ? professional() : fullest();
  }

  private ProfessionalId fullest() {
    List<ProfessionalId> fullest = new ArrayList<>();
    var day = new EffectiveDay(today);
    Day.each(
        world.facts(),
        day,
        day,
        end ->
            PEOPLE.stream()
                .filter(who -> end.ceiling(who, null) > 0)
                .max(Comparator.comparing(who -> end.load(who) - end.ceiling(who, null)))
                .ifPresent(fullest::add));
    return fullest.isEmpty() ? professional() : fullest.getFirst();
  }

  private RecordIntervention intervention() {
    return new RecordIntervention(
        aCase(),
        new InterventionId("i" + random.nextInt(4)),
        professional(),
        Mode.INTAKE,
        new Minutes(30),
        null,
        null,
        null,
        null);
  }

  private Asked<?> correcting() {
    var done = anEntry(InterventionRecorded.class);
    return done == null
        ? ask(new RecordingIntervention(), intervention(), past())
        : ask(
            new CorrectingIntervention(),
            new CorrectIntervention(
                done.caseId(), done.interventionId(), corrections.of(done, past()), text("slip")),
            today);
  }

  private Asked<?> evaluating() {
    var set = anEntry(ObjectiveSet.class);
    return set == null
        ? ask(new SettingObjective(), objective(), past())
        : ask(
            new EvaluatingObjective(),
            new EvaluateObjective(
                set.caseId(), set.objectiveId(), one(List.of(Outcome.values())), null, null),
            past());
  }

  private RectifyEntry rectification() {
    List<Fact> facts = world.facts();
    List<Fact> mandates = facts.stream().filter(fact -> isOfMandates(fact.event())).toList();
    Fact entry =
        mandates.isEmpty() || random.nextBoolean()
            ? facts.get(random.nextInt(facts.size()))
            : mandates.get(random.nextInt(mandates.size() / 2, mandates.size()));
    var position = EntryPosition.of(entry.position());
    LocalDate near = entry.day().value().plusDays(random.nextInt(-15, 16));
    return random.nextInt(3) == 0
        ? new RectifyEntry(position, Action.ANNUL, null, text("slip"))
        : new RectifyEntry(
            position, Action.REPLACE, corrections.of(entry.event(), near), text("slip"));
  }

  private static boolean isOfMandates(Event event) {
    return event instanceof ReferentAssigned
        || event instanceof ReferentChanged
        || event instanceof ReferentReleased
        || event instanceof AccompanimentClosed
        || event instanceof CaseClosed;
  }

  private AdoptNorm norm() {
    Integer ceiling = random.nextInt(6) == 0 ? null : Integer.valueOf(random.nextInt(8, 45));
    Integer standard = ceiling == null ? Integer.valueOf(random.nextInt(1, 30)) : null;
    var profession = new ProfessionId("AS");
    return switch (random.nextInt(6)) {
      case 0 -> new AdoptNorm(programme(), null, null, null, standard, null, ceiling, null);
      case 1 -> new AdoptNorm(null, one(TEAMS), null, null, standard, null, ceiling, null);
      case 2 -> new AdoptNorm(null, null, NORTH, null, standard, null, ceiling, null);
      case 3 -> new AdoptNorm(null, null, null, profession, standard, null, ceiling, null);
      case 4 ->
          new AdoptNorm(programme(), one(TEAMS), null, profession, standard, null, ceiling, null);
      default -> new AdoptNorm(null, null, null, null, standard, null, ceiling, null);
    };
  }

  private SetObjective objective() {
    return new SetObjective(
        focused(),
        new ObjectiveId("o" + random.nextInt(3)),
        text("aim"),
        List.of(text("judged")),
        today);
  }

  private ClosureReason reason() {
    return one(
        List.of(ClosureReason.MOVED_AWAY, ClosureReason.DECEASED, ClosureReason.OBJECTIVES_MET));
  }

  private <E extends Event> @Nullable E last(Class<E> type) {
    return world.facts().stream()
        .map(Fact::event)
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((_, later) -> later)
        .orElse(null);
  }

  private <E extends Event> @Nullable E anEntry(Class<E> type) {
    List<E> all =
        world.facts().stream().map(Fact::event).filter(type::isInstance).map(type::cast).toList();
    return all.isEmpty() || random.nextInt(10) == 0
        ? null
        : all.get(random.nextInt(Math.max(0, all.size() - 12), all.size()));
  }

  private <C> Asked<C> ask(Decider<C, ?> decider, C command, LocalDate on) {
    return ask(decider, command, on, actor());
  }

  private Actor actor() {
    return new Actor(new ActorId(professional().value()), null, null);
  }

  private <C> Asked<C> ask(Decider<C, ?> decider, C command, LocalDate on, Actor by) {
    var intent =
        new Intent<>(
            command,
            world.nextCommand(),
            by,
            EffectiveOn.day(on),
            new EffectiveDay(today),
            ZoneId.of("Europe/Paris"));
    return new Asked<>(intent, world.ask(decider, intent));
  }

  private LocalDate past() {
    return today.minusDays(random.nextInt(3) == 0 ? random.nextInt(60) : 0);
  }

  private LocalDate planned() {
    return today.plusDays(random.nextInt(-60, 60));
  }

  private OpenPost post() {
    var profession = new ProfessionId(random.nextInt(4) == 0 ? "HEAD" : "AS");
    return new OpenPost(
        postId(),
        TEAMS.get(random.nextInt(4) == 0 ? 1 : 0),
        profession,
        fte(one(List.of("0.5", "1", "2"))));
  }

  private @Nullable Override override() {
    return switch (random.nextInt(6)) {
      case 0 -> new Override(text("why"), new ActorId(professional().value()));
      case 1, 2, 3 -> new Override(text("why"), new ActorId(HEAD.value()));
      default -> null;
    };
  }

  private @Nullable Override admitting() {
    return random.nextBoolean() ? override() : new Override(text("why"), new ActorId(HEAD.value()));
  }

  private @Nullable Override byHeadOrNobody() {
    return random.nextInt(3) == 0 ? null : new Override(text("why"), new ActorId(HEAD.value()));
  }

  private @Nullable ProfessionalId replaces() {
    return random.nextInt(3) == 0 ? professional() : null;
  }

  /** Often the same for a while, so that something comes of it. */
  private CaseId aCase() {
    if (random.nextInt(20) == 0) {
      focus = random.nextInt(40);
    }
    return new CaseId("c" + (random.nextInt(3) > 0 ? focus : random.nextInt(40)));
  }

  private CaseId focused() {
    return new CaseId("c" + focus);
  }

  private HouseholdId household() {
    return new HouseholdId("h" + random.nextInt(12));
  }

  private @Nullable TeamId team() {
    return random.nextInt(4) == 0 ? one(TEAMS) : null;
  }

  private ProgrammeId programme() {
    return one(PROGRAMMES);
  }

  private ProfessionalId professional() {
    return one(PEOPLE);
  }

  private PostId postId() {
    return new PostId("post" + random.nextInt(6));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
