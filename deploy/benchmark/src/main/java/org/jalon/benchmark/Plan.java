package org.jalon.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured.
 *
 * @param rounds in which everything takes its turn
 * @param spell of each turn
 * @param compiling how long decisions run before any is tried: there is much code to compile
 * @param trial how long each number of deciding callers is tried, to find the best
 * @param appends asked of ours
 * @param floors asked of plain inserts
 * @param peers asked of the others, as far as they know tags
 * @param replayed events that are read again and again
 * @param deciding callers that are tried on our side
 * @param jpaDeciding callers that are tried on Axon's JPA engine
 * @param ours whom our decisions are about: more than the cache holds
 * @param theirs whom they are about on Axon's JPA engine, which keeps nothing
 */
record Plan(
    int rounds,
    Spell spell,
    Spell compiling,
    Spell trial,
    List<Shape> appends,
    List<Shape> floors,
    List<Shape> peers,
    int replayed,
    List<Integer> deciding,
    List<Integer> jpaDeciding,
    Caseloads ours,
    Caseloads theirs) {

  private static final int REPLAYED = 500_000;
  private static final Caseloads OURS = new Caseloads("ours", 8_000, 10, 14);
  private static final Caseloads THEIRS = new Caseloads("theirs", 2_000, 10, 15);

  /** What the table of targets compares, in less than five minutes. */
  static final Plan SHORT =
      new Plan(
          5,
          spell(300, 1_300),
          spell(1, 20_000),
          spell(300, 700),
          List.of(new Shape(256, 1, 2), new Shape(256, 1, 4), new Shape(1, 1, 2)),
          List.of(new Shape(32, 1, 2), new Shape(32, 1, 4), new Shape(1, 1, 2)),
          List.of(new Shape(32, 1, 1)),
          REPLAYED,
          List.of(32, 64, 256),
          List.of(8, 16, 32),
          OURS,
          THEIRS);

  /** Every number of callers with every number of events and tags. */
  static final Plan FULL =
      new Plan(
          5,
          spell(500, 2_500),
          spell(1, 20_000),
          spell(300, 700),
          shapes(2, 4),
          shapes(2, 4),
          shapes(1),
          REPLAYED,
          List.of(32, 64, 256),
          List.of(8, 16, 32),
          OURS,
          THEIRS);

  static Spell spell(int warmUpMillis, int measuredMillis) {
    return new Spell(Duration.ofMillis(warmUpMillis), Duration.ofMillis(measuredMillis));
  }

  private static List<Shape> shapes(Integer... tags) {
    return Stream.of(1, 32, 256)
        .flatMap(
            callers ->
                Stream.of(1, 10)
                    .flatMap(
                        events ->
                            Stream.of(tags).map(number -> new Shape(callers, events, number))))
        .toList();
  }
}
