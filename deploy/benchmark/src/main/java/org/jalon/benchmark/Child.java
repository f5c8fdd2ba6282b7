package org.jalon.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of others, which end when they should or are ended. */
final class Child {

  private Child() {}

  /**
   * Runs one to its end, what it says going to a file.
   *
   * @throws IOException if there is no such program, it fails, or is not done in time; names the
   *     file
   */
  static void run(Path directory, Path log, Duration atMost, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("%s is not done in %s; see %s".formatted(command, atMost, log));
      }
    } finally {
      end(process);
    }
    if (process.exitValue() != 0) {
      throw new IOException("%s ends with %d; see %s".formatted(command, process.exitValue(), log));
    }
  }

  /** Ends one with all that it has started. */
  static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
