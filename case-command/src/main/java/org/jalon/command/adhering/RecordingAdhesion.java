package org.jalon.command.adhering;

import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseDecider;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.command.RecordAdhesion;
import org.jalon.kernel.event.AdhesionGiven;

/** The person agrees to what was proposed; agreeing again changes nothing. */
public final class RecordingAdhesion extends CaseDecider<RecordAdhesion> {

  /** The rule. */
  public RecordingAdhesion() {}

  @Override
  protected Decision decideOpen(
      Intent<? extends RecordAdhesion> intent, RecordAdhesion command, CaseLife life) {
    if (life.formalisation().adhesion()) {
      return Decision.nothingToDo();
    }
    if (!life.formalisation().proposed()) {
      return Decision.refuse(
          Refusal.of(
              AdheringRule.NOT_PROPOSED,
              "no accompaniment was proposed; propose it before the adhesion is recorded"));
    }
    return Decision.accept(intent, new AdhesionGiven(command.caseId()));
  }
}
