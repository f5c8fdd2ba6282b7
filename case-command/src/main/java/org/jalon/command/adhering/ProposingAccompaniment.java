package org.jalon.command.adhering;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Stage;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.event.AccompanimentProposed;

/** An accompaniment is proposed once, while the case is in intake. */
public final class ProposingAccompaniment extends CaseDecider<ProposeAccompaniment> {

  /** The rule. */
  public ProposingAccompaniment() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends ProposeAccompaniment> intent, ProposeAccompaniment command, CaseLife life) {
    if (life.stage() == Stage.ACTIVE) {
      return Decision.refuse(
          Refusal.of(
              CommonRule.WRONG_STATE,
              "an accompaniment runs; close it before another is proposed"));
    }
    if (life.formalisation().proposed()) {
      return Decision.refuse(
          Refusal.of(
              AdheringRule.ALREADY_PROPOSED,
              "an accompaniment is proposed already; record the adhesion"));
    }
    return Decision.accept(intent, new AccompanimentProposed(command.caseId()));
  }
}
