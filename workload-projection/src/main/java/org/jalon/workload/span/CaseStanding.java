package org.jalon.workload.span;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.event.CaseOpened;
import org.jspecify.annotations.Nullable;

/**
 * How an open case stands.
 *
 * @param team that follows the case; absent when not stated
 * @param referent absent while there is none
 */
public record CaseStanding(
    CaseId caseId,
    ProgrammeId programme,
    @Nullable TeamId team,
    @Nullable ProfessionalId referent,
    Stage stage) {

  static CaseStanding opened(CaseOpened event) {
    return new CaseStanding(event.caseId(), event.programme(), event.team(), null, Stage.INTAKE);
  }

  CaseStanding under(ProfessionalId next) {
    Stage then = stage == Stage.INTAKE ? Stage.ASSIGNED : stage;
    return new CaseStanding(caseId, programme, team, next, then);
  }

  CaseStanding released() {
    Stage then = stage == Stage.ASSIGNED ? Stage.INTAKE : stage;
    return new CaseStanding(caseId, programme, team, null, then);
  }

  CaseStanding started() {
    return new CaseStanding(caseId, programme, team, referent, Stage.ACTIVE);
  }

  CaseStanding backInIntake() {
    return new CaseStanding(caseId, programme, team, null, Stage.INTAKE);
  }

  /** The same without saying which case. */
  public Standing standing() {
    return new Standing(programme, team, referent, stage);
  }
}
