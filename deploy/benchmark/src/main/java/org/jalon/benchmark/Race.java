package org.jalon.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stores that are asked by turns: each round every one of them, every other round backwards, so
 * that nobody always follows the same. The figures are medians.
 */
final class Race {

  /** One store and what it is asked for, as far as it can be. */
  record Entry(Store store, Shape shape) {

    Entry {
      shape = store.shape(shape);
    }

    /** The same with the number of callers at which the most is answered, tried once each. */
    static Entry atBest(Store store, Shape shape, List<Integer> callers, Spell spell)
        throws Exception {
      Entry best = new Entry(store, shape);
      double most = 0;
      for (int number : callers) {
        double perSecond = store.run(store.shape(shape.with(number)), spell).perSecond();
        Progress.say(
            "%s, %s, tried with %d callers: %.0f/s"
                .formatted(store.engine(), store.workload(), number, perSecond));
        if (perSecond > most) {
          most = perSecond;
          best = new Entry(store, shape.with(number));
        }
      }
      return best;
    }
  }

  private final List<Entry> entries;
  private final int rounds;
  private final Spell spell;

  Race(List<Entry> entries, int rounds, Spell spell) {
    this.entries = List.copyOf(entries);
    this.rounds = rounds;
    this.spell = spell;
  }

  /** Measures them all. */
  List<Result> run() throws Exception {
    Map<Entry, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Entry entry : round % 2 == 0 ? entries.reversed() : entries) {
        Sample sample = entry.store().run(entry.shape(), spell);
        samples.computeIfAbsent(entry, _ -> new ArrayList<>()).add(sample);
        Progress.say("round %d of %d: %s".formatted(round, rounds, told(entry, sample)));
      }
    }
    List<Result> results = new ArrayList<>();
    entries.forEach(entry -> results.add(result(entry, samples.getOrDefault(entry, List.of()))));
    return results;
  }

  private static String told(Entry entry, Sample sample) {
    return "%s, %s, %d callers, %d events, %d tags: %.0f/s, p99 %.1f ms"
        .formatted(
            entry.store().engine(),
            entry.store().workload(),
            entry.shape().callers(),
            entry.shape().events(),
            entry.shape().tags(),
            sample.perSecond(),
            sample.p99Millis());
  }

  private static Result result(Entry entry, List<Sample> samples) {
    return Result.of(entry.store().engine(), entry.store().workload(), entry.shape(), samples);
  }
}
