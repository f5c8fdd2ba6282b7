package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier JVM left in a data directory: a server that still runs is stopped, a process id
 * that has become somebody else's is never signalled.
 */
final class StaleServer {

  private static final Logger log = LoggerFactory.getLogger(StaleServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

  private final Path data;
  private final PidFile pidFile;

  StaleServer(Path data) {
    this.data = data;
    this.pidFile = PidFile.in(data);
  }

  /**
   * Leaves the directory without a server; only the holder of its lock may call it.
   *
   * @throws CannotStartPostgres if a server in it does not stop
   */
  void clear() throws IOException, InterruptedException {
    OptionalLong pid = pidFile.process();
    if (pid.isPresent() && worksHere(pid.getAsLong())) {
      log.info("stopping PostgreSQL (process {}) that an earlier Jalon left", pid.getAsLong());
      stop(pid.getAsLong());
    }
    if (!Deadline.in(LAST_PATIENCE).await(() -> ServerProcesses.in(data).isEmpty())) {
      throw new CannotStartPostgres(
          "processes %s of PostgreSQL still work in data directory %s; end them by hand and start again"
              .formatted(ServerProcesses.in(data), data));
    }
    pidFile.delete();
  }

  private boolean worksHere(long pid) {
    return ServerProcesses.isOne(pid, data);
  }

  private void stop(long pid) throws IOException, InterruptedException {
    signal("INT", pid);
    if (Deadline.in(PATIENCE).await(() -> !worksHere(pid))) {
      return;
    }
    signal("QUIT", pid);
    if (!Deadline.in(LAST_PATIENCE).await(() -> !worksHere(pid))) {
      throw new CannotStartPostgres(
          "PostgreSQL (process %d) that an earlier Jalon left in data directory %s does not stop; end it by hand and start again"
              .formatted(pid, data));
    }
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("/bin/sh", "-c", "kill -s %s %d".formatted(name, pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    kill.waitFor(LAST_PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
