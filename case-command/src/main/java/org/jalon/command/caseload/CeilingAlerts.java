package org.jalon.command.caseload;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;

/**
 * Facts that lower capacity are never refused for it: in the same decision they leave one alert for
 * each professional who is above the ceiling only by them, on the first such day.
 */
public final class CeilingAlerts {

  private CeilingAlerts() {}

  /**
   * Adds the alerts to what is accepted; leaves a refusal as it is.
   *
   * @param before with all that {@link Reach#of} names for the professionals
   * @param decision of facts on posts or norms only
   */
  public static Decision added(
      Intent<?> intent, World before, Decision decision, Collection<ProfessionalId> professionals) {
    return decision instanceof Decision.Accepted(var drafts) && !drafts.isEmpty()
        ? new Decision.Accepted(
            Stream.concat(
                    drafts.stream(),
                    of(
                        intent,
                        before,
                        before.withOtherFacts(drafts),
                        professionals,
                        firstDay(drafts))
                        .stream())
                .toList())
        : decision;
  }

  /**
   * The alerts for a world that an act changed.
   *
   * @param from first day on which it may differ
   */
  public static List<Draft> of(
      Intent<?> intent,
      World before,
      World after,
      Collection<ProfessionalId> professionals,
      EffectiveDay from) {
    return professionals.stream()
        .distinct()
        .sorted(Comparator.comparing(ProfessionalId::value))
        .flatMap(
            who ->
                Excess.byCapacity(before, after, who, from)
                    .map(over -> alert(intent, who, over))
                    .stream())
        .toList();
  }

  private static EffectiveDay firstDay(List<Draft> drafts) {
    return drafts.stream()
        .map(draft -> draft.effectiveOn().day())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Draft alert(Intent<?> intent, ProfessionalId who, Excess over) {
    return new Draft(
        new CaseloadAboveCeiling(who, over.load(), over.ceiling()),
        new EffectiveOn(over.day(), null),
        intent.id());
  }
}
