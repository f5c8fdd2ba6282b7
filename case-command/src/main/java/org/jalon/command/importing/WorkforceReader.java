package org.jalon.command.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads workforce CSV files: UTF-8 with or without BOM, RFC 4180, comma or semicolon, decimal point
 * or comma, plain or gzip. Stateless: several threads may share one.
 */
public final class WorkforceReader {
  /** The header, exactly. */
  public static final List<String> HEADER =
      List.of("professional", "profession", "team", "territory", "fte", "from", "to");

  private final ImportBounds bounds;

  public WorkforceReader(ImportBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Reads the file once to its end and yields nothing.
   *
   * @throws UnreadableFile when it is not a whole CSV of this header within the bounds
   */
  public void check(Path file) throws IOException {
    try (var table = CsvTable.of(file, bounds, HEADER)) {
      while (table.next().isPresent()) {
        // Reading to the end is the check.
      }
    }
  }

  /**
   * Yields the lines in order of the file. A line with a bad value is skipped; its first fault is
   * told. Blank lines are passed over.
   *
   * @throws UnreadableFile as {@link #check}; never for a file that passed it and has not changed
   *     since
   */
  public void read(Path file, Receiver<WorkforceLine> receiver) throws IOException {
    try (var table = CsvTable.of(file, bounds, HEADER)) {
      var keys = new WorkforceKeys();
      for (var row = table.next(); row.isPresent(); row = table.next()) {
        deliver(row.get(), keys, receiver);
        receiver.at(table.position(), table.size());
      }
    }
  }

  private static void deliver(
      CsvTable.Row row, WorkforceKeys keys, Receiver<WorkforceLine> receiver) {
    WorkforceLine line;
    try {
      line = keys.numbered(new WorkforceFields(row).line());
    } catch (BadField bad) {
      receiver.skipped(bad.skipped());
      return;
    }
    receiver.taken(line);
  }
}
