package org.jalon.workload.caseload;

import java.util.Comparator;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;

/**
 * What is known at one position of cases, enough to tell which count on a day, and where.
 *
 * @param active every span in which the cases of the day were active, earlier ones too
 * @param around who holds posts, and what surrounds them
 */
public record History(List<Dated<CaseStanding>> active, Surroundings around) {

  /** The caseload at the end of a day, case by case. */
  public CaseByCase on(EffectiveDay day) {
    Scene scene = around.on(day);
    var attribution = new Attribution(scene);
    var past = new Past(active, attribution);
    List<CountedCase> cases =
        past.activeOn(day)
            .map(
                standing ->
                    new CountedCase(
                        standing.caseId(),
                        attribution
                            .of(standing.standing())
                            .orElseGet(() -> past.lastPlace(standing))))
            .sorted(Comparator.comparing(counted -> counted.caseId().value()))
            .toList();
    return new CaseByCase(cases, scene);
  }
}
