package org.jalon.history.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jalon.history.Findings;
import org.jalon.history.Tally;
import org.jalon.history.load.Acknowledgements;

/**
 * What came of a run.
 *
 * @param took from the first append to the last
 * @param foreign the longest that foreign transactions were open
 * @param reasons of appends that failed or are unknown
 */
record Report(
    Settings settings,
    Findings findings,
    Tally tally,
    Duration took,
    Duration foreign,
    List<Fault> faults,
    Acknowledgements acknowledgements,
    Map<String, Long> reasons) {

  /** Milliseconds from each kill of a node to the next acknowledgement by another, ascending. */
  long[] failovers() {
    return faults.stream()
        .filter(fault -> fault.kind() == Fault.Kind.KILL_NODE && settings.nodes() > 1)
        .map(fault -> acknowledgements.nextAfter(fault.at(), fault.target()))
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .sorted()
        .toArray();
  }

  @Override
  public String toString() {
    Map<Fault.Kind, Integer> kinds = new EnumMap<>(Fault.Kind.class);
    faults.forEach(fault -> kinds.merge(fault.kind(), 1, Integer::sum));
    long[] failovers = failovers();
    StringBuilder text = new StringBuilder();
    text.append("seed %d, nodes %d%n".formatted(settings.seed(), settings.nodes()));
    text.append(
        "%d events; appends: %d acknowledged, %d rejected (%d of them for something that does not stand), %d failed, %d unknown (%d of them stand); sourced %d times%n"
            .formatted(
                tally.events(),
                tally.acknowledged(),
                tally.rejected(),
                tally.rejectedForNothing(),
                tally.failed(),
                tally.unknown(),
                tally.unknownStanding(),
                tally.sourced()));
    text.append(
        "%d s, %d acknowledged per second; foreign transactions open for up to %d s%n"
            .formatted(
                took.toSeconds(),
                tally.acknowledged() * 1_000 / Math.max(1, took.toMillis()),
                foreign.toSeconds()));
    text.append("faults: %s%n".formatted(kinds));
    if (failovers.length > 0) {
      text.append(
          "after the kill of a node another acknowledged within: median %d ms, most %d ms of %d%n"
              .formatted(
                  failovers[failovers.length / 2],
                  Arrays.stream(failovers).max().orElse(0),
                  failovers.length));
    }
    reasons.forEach((reason, count) -> text.append("%8d %s%n".formatted(count, reason)));
    return text.append(findings).toString();
  }
}
