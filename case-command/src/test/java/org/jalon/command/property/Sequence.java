package org.jalon.command.property;

import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jalon.command.adhering.ProposingAccompaniment;
import org.jalon.command.adhering.RecordingAdhesion;
import org.jalon.command.assigning.AssigningReferent;
import org.jalon.command.closing.ClosingAccompaniment;
import org.jalon.command.closing.ClosingCase;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.objectives.SettingObjective;
import org.jalon.command.opening.OpeningCase;
import org.jalon.command.planning.PlanningDuration;
import org.jalon.command.starting.StartingAccompaniment;
import org.jalon.command.workforce.FillingPost;
import org.jalon.command.workforce.OpeningPost;
import org.jalon.command.workforce.VacatingPost;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.CloseAccompaniment;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.command.PlanDuration;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.command.RecordAdhesion;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.command.StartAccompaniment;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/** Asks for one thing after the other, at random, in a small world where everything collides. */
final class Sequence {

  /** What was asked, for the messages of a failing run. */
  record Asked<C>(Intent<C> intent, Decision decision) {}

  private static final List<String> FTES = List.of("0.04", "0.1", "0.12", "0.3", "0.5", "0.9", "1");
  private static final List<ProgrammeId> PROGRAMMES =
      List.of(new ProgrammeId("polyvalence"), new ProgrammeId("housing"));

  private final RandomGenerator random;
  private final World world;
  private LocalDate today = LocalDate.of(2026, 1, 1);

  Sequence(RandomGenerator random, World world) {
    this.random = random;
    this.world = world;
  }

  Asked<?> next() {
    today = today.plusDays(random.nextInt(3));
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 ->
          ask(new OpeningCase(), new OpenCase(aCase(), household(), programme(), null), past());
      case 4, 5, 6, 7, 8 ->
          ask(
              new AssigningReferent(),
              new AssignReferent(aCase(), professional(), override()),
              past());
      case 9 -> ask(new OpeningPost(), post(), planned());
      case 10, 11 ->
          ask(
              new FillingPost(),
              new FillPost(postId(), professional(), fte(one(FTES)), replaces()),
              planned());
      case 12 -> ask(new VacatingPost(), new VacatePost(postId(), professional()), planned());
      case 13 -> ask(new ProposingAccompaniment(), new ProposeAccompaniment(aCase()), past());
      case 14 -> ask(new RecordingAdhesion(), new RecordAdhesion(aCase()), past());
      case 15 ->
          ask(
              new SettingObjective(),
              new SetObjective(
                  aCase(), new ObjectiveId("o"), text("aim"), List.of(text("judged")), today),
              past());
      case 16 -> ask(new PlanningDuration(), new PlanDuration(aCase(), today.plusYears(1)), past());
      case 17 -> ask(new StartingAccompaniment(), new StartAccompaniment(aCase()), past());
      case 18 ->
          ask(
              new ClosingAccompaniment(),
              new CloseAccompaniment(aCase(), ClosureReason.MOVED_AWAY, null, random.nextBoolean()),
              past());
      default ->
          ask(new ClosingCase(), new CloseCase(aCase(), ClosureReason.DECEASED, null), past());
    };
  }

  private <C> Asked<C> ask(Decider<C, ?> decider, C command, LocalDate on) {
    var intent =
        new Intent<>(
            command,
            world.nextCommand(),
            new Actor(new ActorId(professional().value()), null, null),
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
    return new OpenPost(postId(), new TeamId("t"), profession, fte(one(List.of("0.5", "1", "2"))));
  }

  private @Nullable Override override() {
    return random.nextInt(4) == 0 ? new Override(text("why"), null) : null;
  }

  private @Nullable ProfessionalId replaces() {
    return random.nextInt(3) == 0 ? professional() : null;
  }

  private CaseId aCase() {
    return new CaseId("c" + random.nextInt(random.nextBoolean() ? 5 : 40));
  }

  private HouseholdId household() {
    return new HouseholdId("h" + random.nextInt(12));
  }

  private ProgrammeId programme() {
    return one(PROGRAMMES);
  }

  private ProfessionalId professional() {
    return new ProfessionalId("p" + random.nextInt(5));
  }

  private PostId postId() {
    return new PostId("post" + random.nextInt(6));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
