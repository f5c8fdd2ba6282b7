package org.jalon.command.wiring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jalon.command.decision.Boundary.Criterion;
import org.jalon.command.decision.Tag;

/** Of what was found for many criteria at once, what each of them admits. */
final class Shares {

  private final Map<Criterion, List<Found>> byCriterion = new HashMap<>();

  /**
   * @param criteria each of at least one tag
   */
  Shares(Collection<Criterion> criteria, List<Found> found) {
    if (found.isEmpty()) {
      return;
    }
    Map<Tag, List<Criterion>> byTag = new HashMap<>();
    for (Criterion criterion : criteria) {
      Tag any = criterion.tags().iterator().next();
      byTag.computeIfAbsent(any, _ -> new ArrayList<>()).add(criterion);
    }
    for (Found one : found) {
      for (Tag tag : one.tags()) {
        for (Criterion criterion : byTag.getOrDefault(tag, List.of())) {
          if (admits(criterion, one)) {
            byCriterion.computeIfAbsent(criterion, _ -> new ArrayList<>()).add(one);
          }
        }
      }
    }
  }

  /** In the order in which it was found. */
  List<Found> of(Criterion criterion) {
    return byCriterion.getOrDefault(criterion, List.of());
  }

  private static boolean admits(Criterion criterion, Found found) {
    return (criterion.types().isEmpty() || criterion.types().contains(found.type()))
        && found.tags().containsAll(criterion.tags());
  }
}
