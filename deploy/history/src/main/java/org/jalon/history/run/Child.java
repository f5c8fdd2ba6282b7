package org.jalon.history.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM started from this one, on the same class path; it ends when this one does. */
final class Child {

  private static final Duration GONE = Duration.ofSeconds(20);

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param log is given what it says on standard error
   */
  static Child start(Class<?> main, Path log, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    try {
      return new Child(
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + main, e);
    }
  }

  Process process() {
    return process;
  }

  /** {@code kill -9}; returns when it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(GONE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " does not go");
    }
  }

  /**
   * {@code SIGSTOP}, and {@code SIGCONT} after a while, by a shell that does so whatever becomes of
   * this process.
   */
  void stopFor(Duration time) {
    String script =
        "kill -STOP %1$d; sleep %2$d.%3$03d; kill -CONT %1$d"
            .formatted(process.pid(), time.toSeconds(), time.toMillisPart());
    try {
      new ProcessBuilder("/bin/sh", "-c", script).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends its input and waits for it to end by itself. */
  void finish(Duration atMost) throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw new IllegalStateException("process did not end within " + atMost);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("process ended with status " + process.exitValue());
    }
  }
}
