package org.jalon.workload.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.workload.span.Known;

/**
 * The timelines of a subject that a batch leads through: one for each moment of recording, so that
 * what was known does not depend on how the feed cuts its batches.
 *
 * @param subject whose timelines
 * @param before facts read in earlier batches
 * @param added facts of this batch that were not there, in order
 */
record Readings(String subject, List<Fact> before, List<Recorded> added) {

  static Map<String, Readings> of(
      Map<String, List<Fact>> before, Map<String, List<Recorded>> touched) {
    var readings = new HashMap<String, Readings>();
    touched.forEach(
        (subject, recorded) -> {
          List<Fact> known = before.getOrDefault(subject, List.of());
          var positions = known.stream().map(Fact::position).collect(Collectors.toSet());
          Predicate<Recorded> isNew = one -> !positions.contains(one.position());
          readings.put(
              subject, new Readings(subject, known, recorded.stream().filter(isNew).toList()));
        });
    return readings;
  }

  static Map<String, List<Recorded>> added(Map<String, Readings> readings) {
    return readings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().added()));
  }

  <V> SpanChange<V> revise(List<Known<V>> known, Fold<V> fold) {
    List<Known<V>> after = known;
    var facts = new ArrayList<>(before);
    for (List<Recorded> together : byMoment()) {
      together.stream().map(Recorded::fact).forEach(facts::add);
      after =
          Known.revise(
              after, fold.read(subject, Timeline.of(facts)), together.getLast().position());
    }
    return SpanChange.between(known, after);
  }

  private Collection<List<Recorded>> byMoment() {
    Stream<Recorded> inOrder = added.stream();
    TreeMap<Instant, List<Recorded>> moments =
        inOrder.collect(
            Collectors.groupingBy(Recorded::recordedAt, TreeMap::new, Collectors.toList()));
    return moments.values();
  }
}
