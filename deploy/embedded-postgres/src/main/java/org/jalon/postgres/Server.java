package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server, from its start to its end. */
final class Server {

  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** Recovery after a crash replays two gigabytes at most. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final Duration FAST_STOP = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);

  private final Supervised process;
  private final DataDirectory directory;
  private volatile boolean stopping;

  private Server(Supervised process, DataDirectory directory) {
    this.process = process;
    this.directory = directory;
  }

  /**
   * Starts the server and waits until it takes connections.
   *
   * @throws CannotStartPostgres if it does not, with the last lines of the server's log
   */
  static Server start(Binaries binaries, DataDirectory directory, int port)
      throws IOException, InterruptedException {
    keepPrevious(directory.log());
    List<String> command =
        new ArrayList<>(List.of(binaries.program("postgres"), "-D", directory.path().toString()));
    command.addAll(ServerSettings.arguments(port));
    Server server = new Server(Supervised.start(command, directory.log()), directory);
    try {
      server.awaitReadiness();
    } catch (RuntimeException | InterruptedException e) {
      server.stop();
      throw e;
    }
    server.whenItEndsByItself(server::reportEnd);
    return server;
  }

  /** The process id that the server says it has. */
  long processId() throws IOException {
    return PidFile.in(directory.path()).process().orElseThrow();
  }

  /**
   * Stops the server: at once for its clients, in order for its data; returns when it is gone.
   *
   * @throws InterruptedException if the thread is; the server then stops by itself
   */
  void stop() throws IOException, InterruptedException {
    stopping = true;
    try {
      process.signal("INT");
      if (!process.endsWithin(FAST_STOP)) {
        log.warn("PostgreSQL does not stop within {}; it recovers at its next start", FAST_STOP);
        process.signal("QUIT");
        process.endsWithin(IMMEDIATE_STOP);
      }
      process.kill();
    } finally {
      process.release();
    }
    new StaleServer(directory.path()).clear();
  }

  private static void keepPrevious(Path output) throws IOException {
    if (Files.exists(output)) {
      Path previous = output.resolveSibling(output.getFileName() + ".1");
      Files.move(output, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void awaitReadiness() throws InterruptedException {
    boolean answered = Deadline.in(START).await(() -> !process.isAlive() || saysReady());
    if (!answered || !process.isAlive()) {
      throw new CannotStartPostgres(
          "PostgreSQL %s in %s; the end of %s:%n%s"
              .formatted(
                  answered ? "ends at its start" : "does not get ready within " + START,
                  directory.path(),
                  directory.log(),
                  LogTail.of(directory.log())));
    }
  }

  private boolean saysReady() {
    try {
      return PidFile.in(directory.path()).saysReady();
    } catch (IOException e) {
      throw Space.unusable(directory.path(), e);
    }
  }

  /** Runs something once the server has ended without being stopped, at once if it has. */
  void whenItEndsByItself(Runnable action) {
    process
        .onExit()
        .thenRun(
            () -> {
              if (!stopping) {
                action.run();
              }
            });
  }

  private void reportEnd() {
    log.error(
        "PostgreSQL in {} has ended by itself:\n{}", directory.path(), LogTail.of(directory.log()));
  }
}
