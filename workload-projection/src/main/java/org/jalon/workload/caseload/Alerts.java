package org.jalon.workload.caseload;

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
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jspecify.annotations.Nullable;

/**
 * What is known at one position of referents with too many cases.
 *
 * @param raised facts that say somebody came to be above the ceiling
 * @param loads by how many the open cases of referents change, day by day; of all who are above the
 *     ceiling on a day that is asked for
 * @param around who holds posts, and what surrounds them
 */
public record Alerts(
    List<Entry<CaseloadAboveCeiling>> raised,
    Map<ProfessionalId, NavigableMap<EffectiveDay, Integer>> loads,
    Surroundings around) {

  /** Those that are open at the end of a day, by professional, each once for each code. */
  public List<Alert> on(EffectiveDay day) {
    Map<ProfessionalId, List<Entry<CaseloadAboveCeiling>>> facts =
        raised.stream().collect(Collectors.groupingBy(entry -> entry.value().professional()));
    return loads.entrySet().stream()
        .sorted(Comparator.comparing(referent -> referent.getKey().value()))
        .map(referent -> new Course(referent.getKey(), day, referent.getValue()))
        .flatMap(
            course ->
                Stream.concat(
                    course.aboveCeiling(facts.getOrDefault(course.who, List.of())).stream(),
                    course.orphaned().stream()))
        .toList();
  }

  /** How it went with one professional until a day. */
  private final class Course {

    private final ProfessionalId who;
    private final EffectiveDay on;
    private final NavigableMap<EffectiveDay, Integer> load = new TreeMap<>();
    private final NavigableMap<EffectiveDay, Integer> ceiling = new TreeMap<>();

    Course(ProfessionalId who, EffectiveDay on, NavigableMap<EffectiveDay, Integer> changes) {
      this.who = who;
      this.on = on;
      int sum = 0;
      for (var step : changes.headMap(on, true).entrySet()) {
        sum += step.getValue();
        load.put(step.getKey(), sum);
      }
      around
          .changes(who, on)
          .distinct()
          .forEach(day -> ceiling.put(day, around.on(day).ceilingOf(who)));
    }

    /** By the first fact in this stretch of excess; without one, if the ceiling fell in it. */
    Optional<Alert> aboveCeiling(List<Entry<CaseloadAboveCeiling>> facts) {
      return since(day -> at(day, load) > at(day, ceiling))
          .flatMap(
              since ->
                  firstOf(facts, since)
                      .map(fact -> alert(Alert.Code.ABOVE_CEILING, fact.from(), fact.position()))
                      .or(() -> byFall(since)));
    }

    Optional<Alert> orphaned() {
      return since(day -> at(day, load) > 0 && at(day, ceiling) == 0)
          .map(since -> alert(Alert.Code.ORPHANED, since, null));
    }

    private Optional<Entry<CaseloadAboveCeiling>> firstOf(
        List<Entry<CaseloadAboveCeiling>> facts, EffectiveDay since) {
      return facts.stream()
          .filter(fact -> !fact.from().isBefore(since) && !fact.from().isAfter(on))
          .min(
              Comparator.comparing((Entry<CaseloadAboveCeiling> fact) -> fact.from())
                  .thenComparingLong(Entry::position));
    }

    private Optional<Alert> byFall(EffectiveDay since) {
      return ceiling.tailMap(since, true).keySet().stream().anyMatch(this::ceilingFell)
          ? Optional.of(alert(Alert.Code.ABOVE_CEILING, since, null))
          : Optional.empty();
    }

    private boolean ceilingFell(EffectiveDay day) {
      var before = ceiling.lowerEntry(day);
      return before != null && at(day, ceiling) < before.getValue();
    }

    private Alert alert(Alert.Code code, EffectiveDay since, @Nullable Long position) {
      return new Alert(code, who, since, at(on, load), at(on, ceiling), position);
    }

    /** The first of the days up to the last on all of which something is so. */
    private Optional<EffectiveDay> since(Predicate<EffectiveDay> so) {
      var days = new TreeSet<>(load.keySet());
      days.addAll(ceiling.keySet());
      days.add(on);
      return days.descendingSet().stream().takeWhile(so).reduce((_, earlier) -> earlier);
    }

    /** What holds at the end of a day; 0 before the first. */
    private static int at(EffectiveDay day, NavigableMap<EffectiveDay, Integer> values) {
      var last = values.floorEntry(day);
      return last == null ? 0 : last.getValue();
    }
  }
}
