package org.jalon.query.casefile;

import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a case is opened.
 *
 * @param foreignNumber that it has elsewhere; absent unless it was imported under a pseudonym
 */
public record Opening(
    CaseId caseId,
    HouseholdId household,
    ProgrammeId programme,
    @Nullable TeamId team,
    EffectiveDay on,
    @Nullable Narrative foreignNumber) {

  Opening known(Narrative elsewhere) {
    return new Opening(caseId, household, programme, team, on, elsewhere);
  }
}
