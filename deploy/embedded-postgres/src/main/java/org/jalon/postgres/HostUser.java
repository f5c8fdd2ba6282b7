package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who runs this JVM. PostgreSQL refuses to run as root, so root's commands run in a user namespace
 * in which root has no name and no power.
 *
 * @param id the effective user id
 */
record HostUser(int id) {

  private static final int ROOT = 0;
  private static final List<String> WITHOUT_POWER = List.of("unshare", "-U");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static HostUser current() throws IOException {
    return new HostUser(ownerOf(Path.of("/proc/self/")));
  }

  static int ownerOf(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }

  /** The command as this user has to give it. */
  List<String> command(List<String> command) {
    if (id != ROOT) {
      return command;
    }
    List<String> prefixed = new ArrayList<>(WITHOUT_POWER);
    prefixed.addAll(command);
    return prefixed;
  }

  /**
   * Fails early, with a reason, where commands of this user could not run.
   *
   * @throws CannotStartPostgres if root has no user namespaces here
   */
  void requireMeans() throws InterruptedException {
    if (id == ROOT && !runs(command(List.of("true")))) {
      throw new CannotStartPostgres(
          "PostgreSQL does not run as root, and the command `unshare -U` that takes root's power"
              + " away is missing or not permitted here; run Jalon as an ordinary user, install"
              + " util-linux, or set JALON_DATABASE_URL to an existing PostgreSQL server");
    }
  }

  private static boolean runs(List<String> command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
