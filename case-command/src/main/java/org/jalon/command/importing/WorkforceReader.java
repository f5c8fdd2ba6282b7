package org.jalon.command.importing;

import java.io.IOException;
import java.nio.file.Path;

/** Reads workforce CSV files. */
public final class WorkforceReader {
  private final ImportBounds bounds;

  public WorkforceReader(ImportBounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Reads the file once to its end without yielding anything.
   *
   * @throws UnreadableFile when it is not a whole, well-formed log within the bounds
   */
  public void check(Path file) throws IOException {
    throw new UnsupportedOperationException(file + " " + bounds);
  }

  /**
   * Yields the lines in order of the file, one in memory at a time.
   *
   * @throws UnreadableFile as {@link #check}; a file that passed the check and did not change never
   *     throws it
   */
  public void read(Path file, Receiver<WorkforceLine> receiver) throws IOException {
    throw new UnsupportedOperationException(file + " " + receiver);
  }
}
