package org.jalon.history.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of a run.
 *
 * @param took from the first append to the last
 * @param foreign the longest that foreign transactions were open
 */
record Report(
    Settings settings, Verdict verdict, Duration took, Duration foreign, List<Fault> faults) {

  /**
   * Milliseconds from each such fault of a node to the next acknowledgement by another node,
   * ascending.
   */
  long[] failovers(Fault.Kind kind, boolean holder) {
    return faults.stream()
        .filter(fault -> fault.kind() == kind && fault.holder() == holder)
        .map(fault -> verdict.acknowledgements().nextAfter(fault.at(), fault.target()))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .sorted()
        .toArray();
  }

  @Override
  public String toString() {
    Map<Fault.Kind, Integer> kinds = new EnumMap<>(Fault.Kind.class);
    faults.forEach(fault -> kinds.merge(fault.kind(), 1, Integer::sum));
    StringBuilder text = new StringBuilder();
    text.append("seed %d, nodes %d%n".formatted(settings.seed(), settings.nodes()));
    text.append(
        "%d s, %d acknowledged per second; foreign transactions open for up to %d s%n"
            .formatted(
                took.toSeconds(),
                verdict.tally().acknowledged() * 1_000 / Math.max(1, took.toMillis()),
                foreign.toSeconds()));
    text.append("faults: %s%n".formatted(kinds));
    if (settings.nodes() > 1) {
      for (Fault.Kind kind : List.of(Fault.Kind.KILL_NODE, Fault.Kind.STOP_NODE)) {
        text.append(failover(kind, true)).append(failover(kind, false));
      }
    }
    return text.append(verdict).toString();
  }

  private String failover(Fault.Kind kind, boolean holder) {
    long[] millis = failovers(kind, holder);
    return millis.length == 0
        ? ""
        : "after %s of %s another acknowledged within: median %d ms, most %d ms, of %d%n"
            .formatted(
                kind,
                holder ? "the lease's holder" : "a node without the lease",
                millis[millis.length / 2],
                millis[millis.length - 1],
                millis.length);
  }
}
