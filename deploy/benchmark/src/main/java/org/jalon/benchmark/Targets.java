package org.jalon.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the ledger must reach, against what was measured in one run. */
record Targets(List<Result> results) {

  private static final String OURS = "jalon";
  private static final double MILLION = 1e6;

  /** A line each, under a heading. */
  String table() {
    return all().stream()
        .map(Target::line)
        .collect(Collectors.joining("\n", Target.heading() + "\n", "\n"));
  }

  /** How many times as much as every other ours does of the same, each at its best. */
  String ratios() {
    return results.stream()
        .filter(other -> !other.engine().equals(OURS))
        .flatMap(other -> beside(other).stream().map(our -> ratio(our, other)))
        .collect(Collectors.joining("\n", "ours to theirs\n", "\n"));
  }

  /** In the order in which they were set. */
  List<Target> all() {
    Optional<Result> many = appends(OURS, 256, 2);
    Optional<Result> decisions = best(is(OURS, "decision"));
    return List.of(
        new Target(
            "appends, 256 callers, 1 event, 2 tags, to raw at 32 clients",
            "x",
            3,
            5,
            ratio(many, appends("raw", 32, 2))),
        new Target(
            "the same with 4 tags", "x", 3, 5, ratio(appends(OURS, 256, 4), appends("raw", 32, 4))),
        new Target(
            "decisions (AssignReferent) through the command bus",
            "/s",
            1_000,
            3_000,
            figure(decisions.map(Result::perSecond))),
        new Target(
            "the same, to Axon's JPA engine at its best concurrency",
            "x",
            10,
            20,
            ratio(decisions, best(is("axon-jpa", "decision")))),
        new Target(
            "1 caller, 2 tags, to raw at 1 client",
            "x",
            0.5,
            0.8,
            ratio(appends(OURS, 1, 2), appends("raw", 1, 2))),
        new Target(
            "p99 at 256 callers, 2 tags", " ms", 50, 20, figure(many.map(Result::p99Millis))),
        new Target(
            "replay through the engine's stream, 1 connection",
            " M/s",
            0.4,
            0.7,
            figure(best(is(OURS, "replay")).map(one -> one.perSecond() / MILLION))),
        new Target(
            "throughput with 20 million events stored, to empty",
            "x",
            0.8,
            0.95,
            ratio(best(is(OURS, "append-20m")), best(is(OURS, "append-empty")))));
  }

  private Optional<Result> appends(String engine, int callers, int tags) {
    return best(
        is(engine, "append")
            .and(
                one ->
                    one.callers() == callers && one.eventsPerRequest() == 1 && one.tags() == tags));
  }

  private Optional<Result> best(Predicate<Result> which) {
    return results.stream().filter(which).max(Comparator.comparingDouble(Result::perSecond));
  }

  /** With as many callers if that was measured, else with as many as are best. */
  private Optional<Result> beside(Result other) {
    Predicate<Result> same = one -> comparable(one, other);
    return best(same.and(one -> one.callers() == other.callers())).or(() -> best(same));
  }

  private static Predicate<Result> is(String engine, String workload) {
    return one -> one.engine().equals(engine) && one.workload().equals(workload);
  }

  /** Stores that know one tag at most are held against ours with two. */
  private static boolean comparable(Result ours, Result other) {
    boolean sameWork = other.workload().startsWith(ours.workload());
    boolean sameTags =
        ours.tags() == Math.max(2, other.tags()) || !other.workload().startsWith("append");
    return ours.engine().equals(OURS)
        && sameWork
        && sameTags
        && ours.eventsPerRequest() == other.eventsPerRequest();
  }

  private static String ratio(Result ours, Result other) {
    return String.format(
        Locale.ROOT,
        "  %-10s %-22s %3d callers, %2d events, %d tags: %8.0f/s; ours with %3d callers %.2f times"
            + " as much",
        other.engine(),
        other.workload(),
        other.callers(),
        other.eventsPerRequest(),
        other.tags(),
        other.perSecond(),
        ours.callers(),
        ours.perSecond() / other.perSecond());
  }

  private static OptionalDouble ratio(Optional<Result> ours, Optional<Result> other) {
    return ours.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ours.get().perSecond() / other.get().perSecond());
  }

  private static OptionalDouble figure(Optional<Double> figure) {
    return figure.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(figure.get());
  }
}
