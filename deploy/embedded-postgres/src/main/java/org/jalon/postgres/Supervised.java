package org.jalon.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A command under a small shell that reads a pipe from this JVM: a line names a signal for the
 * command, the end of the pipe interrupts it. So it ends when the JVM does, whatever ends the JVM,
 * and in a session of its own it does not hear a Ctrl-C meant for the JVM.
 */
final class Supervised {

  private static final String SUPERVISOR =
      """
      trap '' HUP INT TERM
      exec 3<&0
      "$@" </dev/null 3<&- &
      command=$!
      { while read -r signal; do kill -s "$signal" "$command"; done; kill -s INT "$command"; } <&3 &
      watcher=$!
      exec 3<&-
      wait "$command"
      status=$?
      kill -s KILL "$watcher"
      exit "$status"
      """;

  private final Process shell;

  private Supervised(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts a command.
   *
   * @param output gets, at its end, what the command says
   */
  static Supervised start(List<String> command, Path output) throws IOException {
    List<String> supervised =
        new ArrayList<>(List.of("setsid", "--wait", "/bin/sh", "-c", SUPERVISOR, "sh"));
    supervised.addAll(HostUser.current().command(command));
    ProcessBuilder builder =
        new ProcessBuilder(supervised)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      return new Supervised(builder.start());
    } catch (IOException e) {
      throw new CannotStartPostgres(
          "cannot run `setsid` and `/bin/sh`, which PostgreSQL is started with; install util-linux,"
              + " or set JALON_DATABASE_URL to an existing PostgreSQL server",
          e);
    }
  }

  /** Sends the command a signal, {@code INT} or {@code QUIT}; nothing if it has ended. */
  void signal(String name) {
    try {
      shell.getOutputStream().write((name + "\n").getBytes(StandardCharsets.US_ASCII));
      shell.getOutputStream().flush();
    } catch (IOException e) {
      // nobody reads: it has ended
    }
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  boolean endsWithin(Duration time) throws InterruptedException {
    return shell.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What the command answered; only once it has ended. */
  int status() {
    return shell.exitValue();
  }

  CompletableFuture<?> onExit() {
    return shell.onExit();
  }

  /** Interrupts the command, and leaves it to the shell to see it end. */
  void release() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      // nobody reads: it has ended
    }
  }

  /** Ends the command and the shell at once if they still run. */
  void kill() {
    if (shell.isAlive()) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
  }
}
