package org.jalon.command.importing;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One trace of a log, as written; it has a start date or an event, and never closes before it
 * opens.
 *
 * @param line from 1, where the trace begins
 * @param name {@code concept:name}, unique in its file, not blank
 * @param records in document order, which need not be the order of time
 */
public record XesTrace(
    long line,
    String name,
    Optional<String> responsible,
    Optional<OffsetDateTime> startdate,
    Optional<OffsetDateTime> enddate,
    List<XesRecord> records) {
  private static final Comparator<OffsetDateTime> BY_INSTANT = OffsetDateTime.timeLineOrder();

  public XesTrace {
    records = List.copyOf(records);
    if (startdate.isEmpty() && records.isEmpty()) {
      throw new IllegalArgumentException(
          "Trace \"" + Shortened.of(name) + "\" has neither a startdate nor an event");
    }
  }

  /** The case opens at the earliest of start date and events. */
  public OffsetDateTime opened() {
    return Stream.concat(startdate.stream(), timestamps()).min(BY_INSTANT).orElseThrow();
  }

  /** The responsible, else the first resource in document order, else nobody. */
  public Optional<String> referent() {
    return responsible.or(
        () -> records.stream().flatMap(record -> record.resource().stream()).findFirst());
  }

  /**
   * With an end date, the case closes at the later of it and the last event; else at the last event
   * if asked so; else it stays open.
   */
  public Optional<OffsetDateTime> closed(boolean closeAtLastEvent) {
    return enddate.isPresent() || closeAtLastEvent
        ? Stream.concat(enddate.stream(), timestamps()).max(BY_INSTANT)
        : Optional.empty();
  }

  private Stream<OffsetDateTime> timestamps() {
    return records.stream().map(XesRecord::timestamp);
  }
}
