package org.jalon.workload.caseload;

import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;

/**
 * What is known at one position of the figures of a stretch of days.
 *
 * @param sums of active cases
 * @param orphans every span in which those cases were active that a referent without post has on
 *     any of the days: where they count depends on the past of each
 * @param around who holds posts, and what surrounds them
 */
public record Figures(Sums sums, List<Dated<CaseStanding>> orphans, Surroundings around) {

  /** The caseload at the end of a day. */
  public Caseload on(EffectiveDay day) {
    Scene scene = around.on(day);
    var attribution = new Attribution(scene);
    var counted = new ArrayList<Counted>();
    sums.on(day)
        .forEach(
            (standing, cases) ->
                attribution
                    .of(standing)
                    .ifPresent(place -> counted.add(new Counted(place, cases))));
    var past = new Past(orphans, attribution);
    past.activeOn(day)
        .filter(standing -> attribution.of(standing.standing()).isEmpty())
        .forEach(standing -> counted.add(new Counted(past.lastPlace(standing), 1)));
    return new Caseload(counted, scene);
  }
}
