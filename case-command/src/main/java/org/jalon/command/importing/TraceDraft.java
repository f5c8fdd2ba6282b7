package org.jalon.command.importing;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trace being read: it ends as an {@link XesTrace}, or as the first fault that was met. */
final class TraceDraft {
  private record Same(
      String how, Optional<String> name, Optional<String> by, Optional<Instant> at) {}

  private final long line;
  private final Placeholders placeholders;
  private final ImportBounds bounds;
  private final XesAttributes attributes;
  private final List<XesRecord> records = new ArrayList<>();
  private final Map<Same, Integer> ordinals = new HashMap<>();
  private Optional<SkippedLine> fault = Optional.empty();

  TraceDraft(long line, Placeholders placeholders, ImportBounds bounds) {
    this.line = line;
    this.placeholders = placeholders;
    this.bounds = bounds;
    this.attributes = new XesAttributes(placeholders, this::fault);
  }

  /** Reads from the start tag of the trace to its end tag. */
  TraceDraft fill(XmlEvents tags) throws IOException {
    int outside = tags.depth() - 1;
    while (tags.next() && tags.depth() > outside) {
      if (tags.isStart() && tags.name().equals("event")) {
        event(tags);
      } else if (tags.isStart()) {
        attributes.take(tags);
      }
    }
    return this;
  }

  private void event(XmlEvents tags) throws IOException {
    long at = tags.line();
    if (fault.isPresent()) {
      tags.skipElement();
      return;
    }
    if (records.size() == bounds.records()) {
      fault(
          SkippedLine.of(
              at, "A trace has at most " + bounds.records() + " events; split it into cases"));
      tags.skipElement();
      return;
    }
    var event = new XesAttributes(placeholders, this::fault);
    int outside = tags.depth() - 1;
    while (tags.next() && tags.depth() > outside) {
      if (tags.isStart()) {
        event.take(tags);
      }
    }
    record(at, event);
  }

  private void record(long at, XesAttributes event) {
    var timestamp = event.instant(XesAttributes.TIMESTAMP);
    if (timestamp.isEmpty()) {
      fault(
          SkippedLine.of(at, "An event needs a " + XesAttributes.TIMESTAMP + ": when it happened"));
      return;
    }
    var instance = event.text(XesAttributes.INSTANCE);
    var name = event.text(XesAttributes.NAME);
    var resource = event.text(XesAttributes.RESOURCE);
    var same =
        instance.isPresent()
            ? new Same("instance", instance, Optional.empty(), Optional.empty())
            : new Same("event", name, resource, timestamp.map(OffsetDateTime::toInstant));
    int ordinal = ordinals.merge(same, 1, Integer::sum) - 1;
    records.add(new XesRecord(at, instance, name, resource, timestamp.get(), ordinal));
  }

  Optional<String> name() {
    return attributes.text(XesAttributes.NAME);
  }

  void duplicate(String name) {
    fault(
        SkippedLine.of(
            line,
            XesAttributes.NAME,
            name,
            "An earlier trace of this file has this name; one case is one trace, merge them"));
  }

  /** Yields the trace, or why there is none. */
  void finish(Receiver<XesTrace> receiver) {
    var name = name();
    var responsible = attributes.text(XesAttributes.RESPONSIBLE);
    var startdate = attributes.instant(XesAttributes.STARTDATE);
    var enddate = attributes.instant(XesAttributes.ENDDATE);
    if (name.isEmpty()) {
      fault(
          SkippedLine.of(
              line, "A trace needs a " + XesAttributes.NAME + ": it becomes the case's id"));
    } else if (startdate.isEmpty() && records.isEmpty()) {
      fault(SkippedLine.of(line, "A trace needs a startdate or an event: when the case opened"));
    } else if (records.isEmpty()
        && enddate.isPresent()
        && enddate.get().isBefore(startdate.get())) {
      fault(
          SkippedLine.of(
              line,
              XesAttributes.ENDDATE,
              enddate.get().toString(),
              "The enddate lies before the startdate " + startdate.get() + "; correct one"));
    }
    if (fault.isPresent()) {
      receiver.skipped(named(name, fault.get()));
    } else {
      receiver.taken(
          new XesTrace(line, name.orElseThrow(), responsible, startdate, enddate, records));
    }
  }

  private SkippedLine named(Optional<String> name, SkippedLine it) {
    return new SkippedLine(
        it.line(),
        it.column(),
        it.value(),
        name.map(known -> "Trace \"" + Shortened.of(known) + "\": ").orElse("") + it.reason());
  }

  private void fault(SkippedLine met) {
    if (fault.isEmpty()) {
      fault = Optional.of(met);
    }
  }
}
