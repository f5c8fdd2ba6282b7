package org.jalon.command.importing;

import java.io.IOException;
import java.nio.file.Path;

/** Reads IEEE 1849 XES logs, plain or gzip. */
public final class XesReader {
  private final ImportBounds bounds;

  public XesReader(ImportBounds bounds) {
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
   * Yields the traces in order of the file, one in memory at a time.
   *
   * @throws UnreadableFile as {@link #check}; a file that passed the check and did not change never
   *     throws it
   */
  public void read(Path file, Receiver<XesTrace> receiver) throws IOException {
    throw new UnsupportedOperationException(file + " " + receiver);
  }
}
