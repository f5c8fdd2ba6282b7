package org.jalon.command.importing;

import static org.jalon.command.importing.UnreadableFile.Code.TOO_MANY_TRACES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads IEEE 1849 XES logs, plain or gzip, with or without the namespace. In memory: one trace and
 * the names of all. Stateless: several threads may share one.
 */
public final class XesReader {
  private final ImportBounds bounds;

  public XesReader(ImportBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Reads the file once to its end and yields nothing.
   *
   * @throws UnreadableFile when it is not a whole, well-formed log within the bounds
   */
  public void check(Path file) throws IOException {
    try (var tags = XmlEvents.of(file, bounds)) {
      int traces = 0;
      while (tags.next()) {
        if (tags.isStart() && tags.depth() == 2 && tags.name().equals("trace")) {
          count(++traces, tags);
        }
      }
    }
  }

  /**
   * Yields the traces in order of the file, one at a time. A trace without name, start or event
   * date, with a bad date or with a name that an earlier trace has, is skipped whole; its first
   * fault is told.
   *
   * @throws UnreadableFile as {@link #check}; never for a file that passed it and has not changed
   *     since
   */
  public void read(Path file, Receiver<XesTrace> receiver) throws IOException {
    try (var tags = XmlEvents.of(file, bounds)) {
      var placeholders = new Placeholders();
      var names = new HashSet<String>();
      int traces = 0;
      while (tags.next()) {
        if (!tags.isStart() || tags.depth() == 1) {
          continue;
        }
        switch (tags.name()) {
          case "global" -> placeholders.take(tags);
          case "trace" -> {
            count(++traces, tags);
            deliver(new TraceDraft(tags.line(), placeholders, bounds).fill(tags), names, receiver);
            receiver.at(tags.position(), tags.size());
          }
          case "event" -> {
            receiver.skipped(
                SkippedLine.of(tags.line(), "An event outside every trace belongs to no case"));
            tags.skipElement();
          }
          default -> tags.skipElement();
        }
      }
      receiver.at(tags.size(), tags.size());
    }
  }

  private static void deliver(TraceDraft draft, Set<String> names, Receiver<XesTrace> receiver) {
    draft.name().filter(name -> !names.add(name)).ifPresent(draft::duplicate);
    draft.finish(receiver);
  }

  private void count(int traces, XmlEvents tags) {
    if (traces > bounds.traces()) {
      throw new UnreadableFile(
          TOO_MANY_TRACES,
          "line " + tags.line(),
          "a log has at most " + bounds.traces() + " traces; split it");
    }
  }
}
