package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Norm;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.workload.span.Engagement;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one position of referents with too many cases.
 *
 * @param raised facts that say somebody came to be above the ceiling
 * @param loads by how many the open cases of referents change, day by day
 * @param around who holds posts, and what surrounds them
 */
public record Alerts(
    List<Entry<CaseloadAboveCeiling>> raised,
    Map<ProfessionalId, NavigableMap<EffectiveDay, Integer>> loads,
    Surroundings around) {

  /** Those that are open at the end of a day, by professional, each once for each code. */
  public List<Alert> on(EffectiveDay day) {
    Map<ProfessionalId, List<Entry<CaseloadAboveCeiling>>> byProfessional =
        raised.stream().collect(Collectors.groupingBy(entry -> entry.value().professional()));
    var professionals = new TreeSet<>(Comparator.comparing(ProfessionalId::value));
    professionals.addAll(byProfessional.keySet());
    professionals.addAll(loads.keySet());
    return professionals.stream()
        .map(who -> new Course(who, day))
        .flatMap(
            course ->
                Stream.concat(
                    course.aboveCeiling(byProfessional.getOrDefault(course.who, List.of())),
                    course.orphaned()))
        .toList();
  }

  /** How it went with one professional until a day. */
  private final class Course {

    private final ProfessionalId who;
    private final EffectiveDay on;
    private final NavigableMap<EffectiveDay, Integer> load = new TreeMap<>();

    Course(ProfessionalId who, EffectiveDay on) {
      this.who = who;
      this.on = on;
      int sum = 0;
      for (var step : loads.getOrDefault(who, Collections.emptyNavigableMap()).entrySet()) {
        sum += step.getValue();
        load.put(step.getKey(), sum);
      }
    }

    Stream<Alert> aboveCeiling(List<Entry<CaseloadAboveCeiling>> facts) {
      if (facts.isEmpty()) {
        return Stream.empty();
      }
      return since(day -> loadOn(day) > ceilingOn(day)).stream()
          .flatMap(
              since ->
                  facts.stream()
                      .filter(fact -> !fact.from().isBefore(since) && !fact.from().isAfter(on))
                      .min(
                          Comparator.comparing((Entry<CaseloadAboveCeiling> fact) -> fact.from())
                              .thenComparingLong(Entry::position))
                      .stream())
          .map(fact -> alert(Alert.Code.ABOVE_CEILING, fact.from(), fact.position()));
    }

    Stream<Alert> orphaned() {
      return since(day -> loadOn(day) > 0 && heldOn(day).isEmpty()).stream()
          .map(since -> alert(Alert.Code.ORPHANED, since, null));
    }

    private Alert alert(Alert.Code code, EffectiveDay since, @Nullable Long position) {
      return new Alert(code, who, since, loadOn(on), ceilingOn(on), position);
    }

    /** The first of the days up to the last on all of which something is so. */
    private Optional<EffectiveDay> since(Predicate<EffectiveDay> so) {
      var days = new TreeSet<>(load.headMap(on, true).keySet());
      around.changes(who, on).forEach(days::add);
      days.add(on);
      return days.descendingSet().stream().takeWhile(so).reduce((_, earlier) -> earlier);
    }

    private int loadOn(EffectiveDay day) {
      var last = load.floorEntry(day);
      return last == null ? 0 : last.getValue();
    }

    private List<Engagement> heldOn(EffectiveDay day) {
      return around.on(day).workforce().heldBy(who, day);
    }

    /** Rule 3: rounded down, at least 1 for any FTE, 0 for none. */
    private int ceilingOn(EffectiveDay day) {
      Scene scene = around.on(day);
      List<Engagement> held = scene.workforce().heldBy(who, day);
      BigDecimal sum =
          held.stream()
              .map(
                  one -> {
                    Norm norm = scene.normAt(one.team(), one.profession(), null);
                    return one.fte().value().multiply(BigDecimal.valueOf(norm.ceiling()));
                  })
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      int floor = sum.setScale(0, RoundingMode.FLOOR).intValueExact();
      return held.isEmpty() ? 0 : Math.max(1, floor);
    }
  }
}
