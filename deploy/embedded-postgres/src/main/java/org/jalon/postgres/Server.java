package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server, from its first connection to its end. */
final class Server {

  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** Recovery after a crash replays at most about a gigabyte before the first connection. */
  private static final Duration START = Duration.ofMinutes(2);

  private static final Duration FAST_STOP = Duration.ofSeconds(30);
  private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);
  private static final String REFUSED_PASSWORD = "28P01";

  private final Supervised process;
  private final Path data;
  private volatile boolean stopping;

  private Server(Supervised process, Path data) {
    this.process = process;
    this.data = data;
  }

  /**
   * Starts the server and waits for a first connection.
   *
   * @throws CannotStartPostgres if none comes about, with the last lines of the server's log
   */
  static Server start(Binaries binaries, DataDirectory directory, Login login)
      throws IOException, InterruptedException {
    Path output = directory.log();
    keepPrevious(output);
    List<String> command =
        new ArrayList<>(List.of(binaries.program("postgres"), "-D", directory.path().toString()));
    command.addAll(ServerSettings.arguments(login.port()));
    Server server = new Server(Supervised.start(command, output), directory.path());
    try {
      server.awaitConnection(login, output);
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
    server.process.onExit().thenRun(() -> server.reportEnd(output));
    return server;
  }

  /** Stops the server: at once for its clients, in order for its data; returns when it is gone. */
  void stop() throws IOException, InterruptedException {
    stopping = true;
    try {
      process.signal("INT");
      if (!process.endsWithin(FAST_STOP)) {
        log.warn("PostgreSQL does not stop within {}; it recovers at its next start", FAST_STOP);
        process.signal("QUIT");
        process.endsWithin(IMMEDIATE_STOP);
      }
    } finally {
      process.kill();
    }
    new StaleServer(data).clear();
  }

  private static void keepPrevious(Path output) throws IOException {
    if (Files.exists(output)) {
      Path previous = output.resolveSibling(output.getFileName() + ".1");
      Files.move(output, previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void awaitConnection(Login login, Path output) {
    AtomicReference<String> answer = new AtomicReference<>("no answer");
    boolean ready =
        Deadline.in(START).await(() -> !process.isAlive() || accepts(login, output, answer));
    if (!ready || !process.isAlive()) {
      throw new CannotStartPostgres(
          "PostgreSQL does not start in %s (%s); the end of %s:%n%s"
              .formatted(data, answer.get(), output, LogTail.of(output)));
    }
  }

  private boolean accepts(Login login, Path output, AtomicReference<String> answer) {
    try (Connection connection = login.connect("postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if (REFUSED_PASSWORD.equals(e.getSQLState())) {
        throw new CannotStartPostgres(
            "the server in %s refuses the password kept there; see %s".formatted(data, output), e);
      }
      answer.set(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private void reportEnd(Path output) {
    if (!stopping) {
      log.error("PostgreSQL in {} has ended by itself:\n{}", data, LogTail.of(output));
    }
  }
}
