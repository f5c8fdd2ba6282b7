package org.jalon.workload.caseload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.workload.span.Standing;

/**
 * How many cases stand how.
 *
 * @param first at the end of a first day
 * @param later what changes on the days after it
 */
public record Sums(Map<Standing, Integer> first, List<Step> later) {

  /**
   * A change of a day.
   *
   * @param cases how many more; fewer if below 0
   */
  public record Step(EffectiveDay day, Standing standing, int cases) {}

  /** At the end of the first or a later day. */
  Map<Standing, Integer> on(EffectiveDay day) {
    var sums = new HashMap<>(first);
    later.stream()
        .filter(step -> !step.day.isAfter(day))
        .forEach(step -> sums.merge(step.standing, step.cases, Integer::sum));
    sums.values().removeIf(cases -> cases == 0);
    return sums;
  }

  /** Who is referent on any of the days. */
  public Set<ProfessionalId> referents() {
    return Stream.concat(first.keySet().stream(), later.stream().map(Step::standing))
        .flatMap(standing -> Stream.ofNullable(standing.referent()))
        .collect(Collectors.toSet());
  }
}
