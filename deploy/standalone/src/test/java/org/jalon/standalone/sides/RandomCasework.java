package org.jalon.standalone.sides;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jalon.command.adhering.ProposingAccompaniment;
import org.jalon.command.adhering.RecordingAdhesion;
import org.jalon.command.assigning.AssigningReferent;
import org.jalon.command.closing.ClosingAccompaniment;
import org.jalon.command.closing.ClosingCase;
import org.jalon.command.handingover.AcceptingHandOver;
import org.jalon.command.handingover.DecliningHandOver;
import org.jalon.command.handingover.ProposingHandOver;
import org.jalon.command.handingover.WithdrawingHandOver;
import org.jalon.command.objectives.EvaluatingObjective;
import org.jalon.command.objectives.SettingObjective;
import org.jalon.command.opening.OpeningCase;
import org.jalon.command.planning.PlanningDuration;
import org.jalon.command.releasing.ReleasingReferent;
import org.jalon.command.reopening.ReopeningCase;
import org.jalon.command.starting.StartingAccompaniment;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.command.transferring.TransferringCaseload;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Label;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.command.AcceptHandOver;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.CloseAccompaniment;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.command.DeclineHandOver;
import org.jalon.kernel.command.EvaluateObjective;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.command.PlanDuration;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.command.ProposeHandOver;
import org.jalon.kernel.command.RecordAdhesion;
import org.jalon.kernel.command.ReleaseReferent;
import org.jalon.kernel.command.ReopenCase;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.command.StartAccompaniment;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.WithdrawHandOver;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** A year of casework at random, much of it written down late, in a small service. */
final class RandomCasework {

  private static final LocalDate BEGINNING = LocalDate.of(2025, 12, 1);
  private static final ProgrammeId HOUSING = new ProgrammeId("housing");

  private final Clerk clerk;
  private final RandomStaffing staffing;
  private final RandomCorrections corrections;

  RandomCasework(long seed) {
    clerk = new Clerk(seed);
    staffing = new RandomStaffing(clerk);
    corrections = new RandomCorrections(clerk);
    staffing.begins(BEGINNING);
    clerk.imported(new ProgrammeDefined(HOUSING, new Label("Housing"), List.of()), BEGINNING);
  }

  /** Everything recorded after so many acts. */
  List<Fact> after(int acts) {
    for (int act = 0; act < acts; act++) {
      clerk.waits();
      act();
    }
    return clerk.ledger().facts();
  }

  private void act() {
    CaseId id = clerk.aCase();
    switch (clerk.random().nextInt(44)) {
      case 0, 1, 2 ->
          clerk.ask(
              new OpeningCase(),
              new OpenCase(id, household(), programme(), RandomStaffing.TEAM),
              clerk.past());
      case 3, 4, 5, 6 -> formalised(id, clerk.past());
      case 7 -> clerk.ask(new ProposingAccompaniment(), new ProposeAccompaniment(id), clerk.past());
      case 8 -> clerk.ask(new RecordingAdhesion(), new RecordAdhesion(id), clerk.past());
      case 9 -> clerk.ask(new SettingObjective(), objective(id), clerk.past());
      case 10 ->
          clerk.ask(
              new PlanningDuration(),
              new PlanDuration(id, clerk.today().plusDays(90)),
              clerk.past());
      case 11, 12 ->
          clerk.ask(
              new AssigningReferent(),
              new AssignReferent(id, clerk.professional(), override()),
              clerk.past());
      case 13 -> clerk.ask(new ReleasingReferent(), new ReleaseReferent(id, null), clerk.past());
      case 14, 15, 16 -> handedOver(id, clerk.past());
      case 17, 18 ->
          clerk.ask(new AcceptingHandOver(), new AcceptHandOver(id, override()), clerk.past());
      case 19 -> clerk.ask(new DecliningHandOver(), new DeclineHandOver(id, null), clerk.past());
      case 20 -> clerk.ask(new WithdrawingHandOver(), new WithdrawHandOver(id, null), clerk.past());
      case 21, 41, 42 -> clerk.ask(new TransferringCaseload(), transfer(), clerk.past());
      case 22, 43 ->
          clerk.ask(
              new EvaluatingObjective(),
              new EvaluateObjective(id, clerk.aim(), clerk.outcome(), null, null),
              clerk.past());
      case 23 ->
          clerk.ask(
              new ClosingAccompaniment(),
              new CloseAccompaniment(id, reason(), null, clerk.random().nextBoolean()),
              clerk.past());
      case 24 ->
          clerk.ask(
              new ClosingCase(), new CloseCase(id, ClosureReason.DECEASED, null), clerk.past());
      case 25, 26 -> clerk.ask(new ReopeningCase(), new ReopenCase(id, null), clerk.past());
      case 27 -> corrections.intervened(id);
      case 28, 29, 30, 31, 32, 33, 34 -> staffing.act();
      case 35 -> imported(new ForeignNumberKept(id, Clerk.text()), id);
      default -> corrections.rectified();
    }
  }

  /** All that the gate asks for, and the start, on one day. */
  private void formalised(CaseId id, LocalDate on) {
    clerk.ask(new ProposingAccompaniment(), new ProposeAccompaniment(id), on);
    clerk.ask(new RecordingAdhesion(), new RecordAdhesion(id), on);
    clerk.ask(new SettingObjective(), objective(id), on);
    clerk.ask(new PlanningDuration(), new PlanDuration(id, on.plusDays(90)), on);
    clerk.ask(
        new AssigningReferent(), new AssignReferent(id, clerk.professional(), override()), on);
    clerk.ask(new StartingAccompaniment(), new StartAccompaniment(id), on);
  }

  private void handedOver(CaseId id, LocalDate on) {
    clerk.ask(
        new ProposingHandOver(), new ProposeHandOver(id, clerk.professional(), null, null), on);
    if (clerk.random().nextBoolean()) {
      clerk.ask(new AcceptingHandOver(), new AcceptHandOver(id, override()), on);
    }
  }

  /** Cases of one referent, and perhaps one that is not theirs. */
  private TransferCaseload transfer() {
    List<CaseId> all = IntStream.range(0, Clerk.CASES).mapToObj(n -> new CaseId("c" + n)).toList();
    ProfessionalId from = clerk.professional();
    List<TransferCaseload.Handed> theirs =
        all.stream()
            .filter(id -> clerk.random().nextInt(9) == 0 || isReferent(from, id))
            .map(id -> new TransferCaseload.Handed(id, clerk.professional()))
            .limit(3)
            .toList();
    return theirs.isEmpty() ? transferOf(from) : new TransferCaseload(from, theirs, override());
  }

  private boolean isReferent(ProfessionalId who, CaseId id) {
    var boundary = CaseLife.wholeLifeOf(id);
    return CaseStory.of(clerk.ledger().facts().stream().filter(boundary::admits).toList())
        .life()
        .runningMandate()
        .filter(mandate -> mandate.referent().equals(who))
        .isPresent();
  }

  private TransferCaseload transferOf(ProfessionalId from) {
    return new TransferCaseload(
        from,
        List.of(new TransferCaseload.Handed(clerk.aCase(), clerk.professional())),
        override());
  }

  private SetObjective objective(CaseId id) {
    return new SetObjective(
        id, clerk.aim(), Clerk.text(), List.of(Clerk.text()), clerk.today().plusDays(60));
  }

  private void imported(Event event, CaseId ofCase) {
    boolean opened =
        clerk.ledger().facts().stream()
            .anyMatch(fact -> Event.caseOf(fact.event()).filter(ofCase::equals).isPresent());
    if (opened && clerk.random().nextInt(3) == 0) {
      clerk.imported(event, clerk.today());
    }
  }

  private ClosureReason reason() {
    return clerk.random().nextBoolean() ? ClosureReason.OBJECTIVES_MET : ClosureReason.MOVED_AWAY;
  }

  private @Nullable Override override() {
    return clerk.random().nextInt(3) > 0 ? new Override(Clerk.text(), new ActorId("p0")) : null;
  }

  private HouseholdId household() {
    return new HouseholdId("h" + clerk.random().nextInt(9));
  }

  private ProgrammeId programme() {
    return clerk.random().nextBoolean() ? HOUSING : new ProgrammeId("polyvalence");
  }
}
