package org.jalon.command.wiring;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.command.adhering.AdheringRule;
import org.jalon.command.adhering.ProposingAccompaniment;
import org.jalon.command.adhering.RecordingAdhesion;
import org.jalon.command.assigning.AssigningReferent;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.caseload.NormRule;
import org.jalon.command.closing.ClosingAccompaniment;
import org.jalon.command.closing.ClosingCase;
import org.jalon.command.closing.ClosingRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Right;
import org.jalon.command.decision.Rule;
import org.jalon.command.handingover.AcceptingHandOver;
import org.jalon.command.handingover.DecliningHandOver;
import org.jalon.command.handingover.HandOverRule;
import org.jalon.command.handingover.ProposingHandOver;
import org.jalon.command.handingover.WithdrawingHandOver;
import org.jalon.command.intervening.InterveningRule;
import org.jalon.command.intervening.RecordingIntervention;
import org.jalon.command.norms.AdoptingNorm;
import org.jalon.command.objectives.EvaluatingObjective;
import org.jalon.command.objectives.ObjectiveRule;
import org.jalon.command.objectives.SettingObjective;
import org.jalon.command.opening.OpeningCase;
import org.jalon.command.planning.PlanningDuration;
import org.jalon.command.planning.PlanningRule;
import org.jalon.command.rectifying.CorrectingIntervention;
import org.jalon.command.rectifying.RectifyingEntry;
import org.jalon.command.rectifying.RectifyingRule;
import org.jalon.command.redacting.RedactingEntry;
import org.jalon.command.redacting.RedactingRule;
import org.jalon.command.releasing.ReleasingReferent;
import org.jalon.command.reopening.ReopeningCase;
import org.jalon.command.starting.GateRule;
import org.jalon.command.starting.StartingAccompaniment;
import org.jalon.command.transferring.TransferRule;
import org.jalon.command.transferring.TransferringCaseload;
import org.jalon.command.workforce.ChangingWorkingTime;
import org.jalon.command.workforce.ClosingPost;
import org.jalon.command.workforce.CreatingTeam;
import org.jalon.command.workforce.CreatingTerritory;
import org.jalon.command.workforce.FillingPost;
import org.jalon.command.workforce.OpeningPost;
import org.jalon.command.workforce.VacatingPost;
import org.jalon.command.workforce.WorkforceRule;
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
import org.jalon.kernel.command.EvaluateObjective;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.command.PlanDuration;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.command.ProposeHandOver;
import org.jalon.kernel.command.RecordAdhesion;
import org.jalon.kernel.command.RecordIntervention;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RedactEntry;
import org.jalon.kernel.command.ReleaseReferent;
import org.jalon.kernel.command.ReopenCase;
import org.jalon.kernel.command.SetObjective;
import org.jalon.kernel.command.StartAccompaniment;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.command.WithdrawHandOver;

/** Every public command, one line each. */
public final class CommandCatalog {

  private static final Rule[] OPEN_CASE = {
    CommonRule.CASE_UNKNOWN,
    CommonRule.CASE_CLOSED,
    CommonRule.EFFECTIVE_IN_FUTURE,
    CommonRule.CONTRADICTS_RECORDED_FACT,
    CommonRule.COMMAND_ID_REUSED
  };

  private static final Rule[] TAKING = {
    CaseloadRule.NOT_IN_POST,
    CaseloadRule.PROFESSION_NOT_ALLOWED,
    CaseloadRule.CASELOAD_CEILING_REACHED,
    CaseloadRule.OVERRIDE_NOT_ALLOWED
  };

  private static final Rule[] PLANNED = {
    CommonRule.EFFECTIVE_IN_FUTURE,
    CommonRule.CONTRADICTS_RECORDED_FACT,
    CommonRule.COMMAND_ID_REUSED
  };

  private static final List<CommandKind<? extends Command>> KINDS =
      List.of(
          opening(new OpeningCase()),
          onCase(
              ProposeAccompaniment.class,
              new ProposingAccompaniment(),
              CommonRule.WRONG_STATE,
              AdheringRule.ALREADY_PROPOSED),
          onCase(RecordAdhesion.class, new RecordingAdhesion(), AdheringRule.NOT_PROPOSED),
          onCase(
              SetObjective.class,
              new SettingObjective(),
              ObjectiveRule.CRITERIA_MISSING,
              ObjectiveRule.TOO_MANY_CRITERIA,
              ObjectiveRule.OBJECTIVE_ID_TAKEN),
          onCase(PlanDuration.class, new PlanningDuration(), PlanningRule.values()),
          mandating(
              AssignReferent.class,
              new AssigningReferent(),
              with(TAKING, CaseloadRule.REFERENT_ALREADY_ASSIGNED)),
          onCase(
              ProposeHandOver.class,
              new ProposingHandOver(),
              CaseloadRule.NO_REFERENT,
              CaseloadRule.REFERENT_ALREADY_ASSIGNED,
              HandOverRule.HAND_OVER_PENDING,
              HandOverRule.OVERLAP_BEFORE_START),
          onCase(
              AcceptHandOver.class,
              new AcceptingHandOver(),
              with(TAKING, HandOverRule.NO_HAND_OVER_PENDING, HandOverRule.NOT_RECEIVER)),
          onCase(
              DeclineHandOver.class,
              new DecliningHandOver(),
              HandOverRule.NO_HAND_OVER_PENDING,
              HandOverRule.NOT_RECEIVER),
          onCase(
              WithdrawHandOver.class, new WithdrawingHandOver(), HandOverRule.NO_HAND_OVER_PENDING),
          mandating(
              TransferCaseload.class,
              new TransferringCaseload(),
              with(with(TransferRule.values(), TAKING), CaseloadRule.REFERENT_ALREADY_ASSIGNED)),
          mandating(ReleaseReferent.class, new ReleasingReferent(), CaseloadRule.NO_REFERENT),
          onCase(
              StartAccompaniment.class,
              new StartingAccompaniment(),
              with(GateRule.values(), CommonRule.WRONG_STATE)),
          onCase(RecordIntervention.class, new RecordingIntervention(), InterveningRule.values()),
          onCase(
              EvaluateObjective.class,
              new EvaluatingObjective(),
              ObjectiveRule.OBJECTIVE_UNKNOWN,
              ObjectiveRule.OBJECTIVE_FINAL,
              ObjectiveRule.CRITERION_UNKNOWN,
              ObjectiveRule.CRITERION_TWICE),
          onCase(
              CloseAccompaniment.class,
              new ClosingAccompaniment(),
              with(ClosingRule.values(), CommonRule.WRONG_STATE, CommonRule.REASON_MISSING)),
          onCase(
              CloseCase.class,
              new ClosingCase(),
              CommonRule.WRONG_STATE,
              CommonRule.REASON_MISSING,
              ClosingRule.REASON_NOT_ALLOWED),
          reopening(new ReopeningCase()),
          onCase(
              CorrectIntervention.class,
              new CorrectingIntervention(),
              with(RectifyingRule.values(), CommonRule.ENTRY_UNKNOWN)),
          onEntry(
              RectifyEntry.class,
              new RectifyingEntry(),
              with(
                  RectifyingRule.values(),
                  CommonRule.ENTRY_UNKNOWN,
                  CommonRule.PROGRAMME_UNKNOWN,
                  CommonRule.TEAM_UNKNOWN,
                  CommonRule.REASON_MISSING,
                  CaseloadRule.NOT_IN_POST,
                  CaseloadRule.PROFESSION_NOT_ALLOWED,
                  CaseloadRule.CASELOAD_CEILING_REACHED,
                  NormRule.NORM_EMPTY,
                  NormRule.NORM_OUT_OF_RANGE,
                  NormRule.SHARES_OUT_OF_RANGE,
                  CommonRule.CASE_ALREADY_OPEN,
                  CommonRule.CONTRADICTS_RECORDED_FACT)),
          onEntry(
              RedactEntry.class,
              new RedactingEntry(),
              with(RedactingRule.values(), CommonRule.ENTRY_UNKNOWN)),
          onPosts(CreateTerritory.class, new CreatingTerritory(), WorkforceRule.TERRITORY_ID_TAKEN),
          onPosts(
              CreateTeam.class,
              new CreatingTeam(),
              WorkforceRule.TEAM_ID_TAKEN,
              CommonRule.TERRITORY_UNKNOWN),
          onPosts(
              OpenPost.class,
              new OpeningPost(),
              WorkforceRule.POST_ID_TAKEN,
              CommonRule.TEAM_UNKNOWN),
          onPosts(
              FillPost.class,
              new FillingPost(),
              WorkforceRule.POST_UNKNOWN,
              WorkforceRule.POST_CLOSED,
              WorkforceRule.POST_OVERFILLED,
              WorkforceRule.OVER_FULL_TIME,
              WorkforceRule.ALREADY_IN_POST,
              WorkforceRule.NOT_IN_POST),
          onPosts(
              ChangeWorkingTime.class,
              new ChangingWorkingTime(),
              WorkforceRule.POST_UNKNOWN,
              WorkforceRule.NOT_IN_POST,
              WorkforceRule.POST_OVERFILLED,
              WorkforceRule.OVER_FULL_TIME),
          onPosts(
              VacatePost.class,
              new VacatingPost(),
              WorkforceRule.POST_UNKNOWN,
              WorkforceRule.NOT_IN_POST,
              WorkforceRule.POST_OVERFILLED),
          onPosts(
              ClosePost.class,
              new ClosingPost(),
              WorkforceRule.POST_UNKNOWN,
              WorkforceRule.POST_STILL_FILLED),
          adopting(new AdoptingNorm()));

  private CommandCatalog() {}

  /** Every kind of command, in the order in which casework meets them. */
  public static List<CommandKind<? extends Command>> kinds() {
    return KINDS;
  }

  /** The kind with a public name. */
  public static Optional<CommandKind<? extends Command>> named(String name) {
    return KINDS.stream()
        .<CommandKind<? extends Command>>map(k -> k)
        .filter(k -> k.name().equals(name))
        .findFirst();
  }

  private static CommandKind<OpenCase> opening(Decider<OpenCase, ?> decider) {
    return new CommandKind<>(
        "OpenCase",
        OpenCase.class,
        decider,
        Right.OPEN_CASES,
        List.of(
            CommonRule.CASE_ID_TAKEN,
            CommonRule.CASE_ALREADY_OPEN,
            CommonRule.PROGRAMME_UNKNOWN,
            CommonRule.TEAM_UNKNOWN,
            CommonRule.EFFECTIVE_IN_FUTURE,
            CommonRule.COMMAND_ID_REUSED));
  }

  private static CommandKind<ReopenCase> reopening(Decider<ReopenCase, ?> decider) {
    return new CommandKind<>(
        "ReopenCase",
        ReopenCase.class,
        decider,
        Right.OPEN_CASES,
        List.of(
            CommonRule.WRONG_STATE,
            CommonRule.CASE_ALREADY_OPEN,
            CommonRule.CASE_UNKNOWN,
            CommonRule.EFFECTIVE_IN_FUTURE,
            CommonRule.CONTRADICTS_RECORDED_FACT,
            CommonRule.COMMAND_ID_REUSED));
  }

  private static <C extends Command> CommandKind<C> mandating(
      Class<C> type, Decider<C, ?> decider, Rule... rules) {
    return new CommandKind<>(
        type.getSimpleName(),
        type,
        decider,
        Right.ASSIGN_REFERENT,
        List.of(with(rules, OPEN_CASE)));
  }

  private static <C extends Command> CommandKind<C> onCase(
      Class<C> type, Decider<C, ?> decider, Rule... rules) {
    return new CommandKind<>(
        type.getSimpleName(), type, decider, Right.WORK_ON_CASE, List.of(with(rules, OPEN_CASE)));
  }

  private static <C extends Command> CommandKind<C> onEntry(
      Class<C> type, Decider<C, ?> decider, Rule... rules) {
    return new CommandKind<>(
        type.getSimpleName(), type, decider, Right.RECTIFY, List.of(with(rules, PLANNED)));
  }

  private static <C extends Command> CommandKind<C> onPosts(
      Class<C> type, Decider<C, ?> decider, Rule... rules) {
    return new CommandKind<>(
        type.getSimpleName(), type, decider, Right.KEEP_WORKFORCE, List.of(with(rules, PLANNED)));
  }

  private static CommandKind<AdoptNorm> adopting(Decider<AdoptNorm, ?> decider) {
    return new CommandKind<>(
        "AdoptNorm",
        AdoptNorm.class,
        decider,
        Right.KEEP_OFFER,
        List.of(
            with(
                NormRule.values(),
                CommonRule.PROGRAMME_UNKNOWN,
                CommonRule.TEAM_UNKNOWN,
                CommonRule.EFFECTIVE_IN_FUTURE,
                CommonRule.COMMAND_ID_REUSED)));
  }

  private static Rule[] with(Rule[] rules, Rule... more) {
    return Stream.concat(Stream.of(rules), Stream.of(more)).distinct().toArray(Rule[]::new);
  }
}
