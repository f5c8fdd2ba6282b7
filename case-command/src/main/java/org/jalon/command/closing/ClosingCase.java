package org.jalon.command.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Stage;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;

/** A case closes once no accompaniment runs; a referent's mandate ends with it. */
public final class ClosingCase extends CaseDecider<CloseCase> {

  /** The rule. */
  public ClosingCase() {}

  @Override
  protected Boundary boundary(CloseCase command) {
    return CaseLife.wholeLifeOf(command.caseId());
  }

  @Override
  protected Decision decideOpen(
      Intent<? extends CloseCase> intent, CloseCase command, CaseLife life) {
    List<Refusal> refusals = new ArrayList<>();
    running(life).ifPresent(refusals::add);
    Reasons.missing(command.reason(), command.note()).ifPresent(refusals::add);
    ClosureReason reason = command.reason();
    return reason == null || !refusals.isEmpty()
        ? Decision.refuse(refusals)
        : Decision.accept(intent, new CaseClosed(command.caseId(), reason, command.note()));
  }

  private static Optional<Refusal> running(CaseLife life) {
    return life.stage() == Stage.ACTIVE
        ? Optional.of(
            Refusal.of(
                CommonRule.WRONG_STATE,
                "an accompaniment runs; CloseAccompaniment first, or with closeCase: true"))
        : Optional.empty();
  }
}
