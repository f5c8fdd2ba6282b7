package org.jalon.command.importing.job;

import java.io.IOException;
import java.nio.file.Path;

/** One kind of file: how it is checked, and how its lines are recorded. */
interface ImportFile {

  Import.Kind kind();

  /** Reads the file to its end and records nothing. */
  void check(Path file) throws IOException;

  /**
   * Decides every line.
   *
   * @throws ImportFailed if the import cannot go on
   */
  void record(Path file, LineDecisions decisions, Progress progress)
      throws IOException, InterruptedException;
}
