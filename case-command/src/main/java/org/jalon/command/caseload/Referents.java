package org.jalon.command.caseload;

import java.time.LocalDate;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.Mandate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;

/** A case has one referent, or none; the former keeps access for a while. */
public final class Referents {

  private static final int OVERLAP_DAYS = 30;

  private Referents() {}

  /** The last day on which a former referent keeps access unless another is given: 30 days on. */
  public static LocalDate overlapFrom(EffectiveDay change) {
    return change.value().plusDays(OVERLAP_DAYS);
  }

  /** Refuses what needs a referent. */
  public static Refusal none(Intent<?> intent, CaseId id) {
    return new Refusal(
        CaseloadRule.NO_REFERENT,
        "caseId",
        id.value(),
        "nobody is referent of case %s on %s; AssignReferent first, or give a day on which somebody is"
            .formatted(id, intent.day()));
  }

  /** Refuses who is referent already, or a second one. */
  public static Refusal already(Mandate running, String field, String wayOut) {
    return new Refusal(
        CaseloadRule.REFERENT_ALREADY_ASSIGNED,
        field,
        running.referent().value(),
        "%s is referent since %s; %s".formatted(running.referent(), running.from(), wayOut));
  }
}
