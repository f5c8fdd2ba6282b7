package org.jalon.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server on two small file systems, one for rows and one for the log, which a test can fill and
 * free. They are in memory, in a mount namespace of their own, and go with this JVM.
 */
public final class SmallDisk implements AutoCloseable {

  /** What is kept on a disk. */
  public enum Content {
    ROWS,
    LOG
  }

  /** Reads one command a line from this JVM and answers each; the end of input is the end. */
  private static final String SHELL =
      """
      set -e
      disk=$1 template=$2 program=$3
      shift 3
      mount -t tmpfs -o size=80m,mode=700 none "$disk"
      cp -a "$template/." "$disk"
      mkdir -m 700 "$disk/log"
      mount -t tmpfs -o size=48m,mode=700 none "$disk/log"
      cp -a "$disk/pg_wal/." "$disk/log"
      rm -r "$disk/pg_wal"
      ln -s log "$disk/pg_wal"
      set +e
      server=
      echo done
      while read -r command; do
        case $command in
          start)
            if ! kill -0 "$server" 2>/dev/null; then
              unshare -U "$program" -D "$disk" "$@" </dev/null >>"$disk/log.txt" 2>&1 &
              server=$!
            fi ;;
          'fill rows') dd if=/dev/zero of="$disk/filler" bs=8k 2>/dev/null ;;
          'free rows') rm -f "$disk/filler" ;;
          'fill log') dd if=/dev/zero of="$disk/log/filler" bs=8k 2>/dev/null ;;
          'free log') rm -f "$disk/log/filler" ;;
          panics) grep -q 'PANIC.*No space left' "$disk/log.txt" || { echo none; continue; } ;;
        esac
        echo done
      done
      kill -QUIT "$server"
      wait "$server"
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path mountPoint;
  private final Process shell;
  private final BufferedReader answers;
  private final int port;
  private final String password;

  private SmallDisk(Path mountPoint) throws IOException {
    this.mountPoint = mountPoint;
    port = FreePort.find();
    password = new DataDirectory(TestServer.Template.DATA).password();
    var command =
        new ArrayList<>(
            List.of("unshare", "-Urm", "/bin/sh", "-c", SHELL, "sh", mountPoint.toString()));
    command.add(TestServer.Template.DATA.toString());
    command.add(TestServer.programs().program("postgres"));
    command.addAll(ServerSettings.arguments(port));
    command.addAll(List.of("-c", "max_wal_size=32MB", "-c", "min_wal_size=32MB"));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C");
    shell = builder.start();
    answers = shell.inputReader(StandardCharsets.UTF_8);
    requireDone(answer());
  }

  /** Makes both disks, and a fresh server on them. */
  public static SmallDisk withServer() {
    try {
      SmallDisk disk = new SmallDisk(Files.createTempDirectory(TestServer.home(), "small-disk-"));
      disk.start();
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return port;
  }

  /** Leaves no room on a disk. */
  public void fill(Content content) {
    tell(content == Content.ROWS ? "fill rows" : "fill log");
  }

  /** Gives the room back. */
  public void free(Content content) {
    tell(content == Content.ROWS ? "free rows" : "free log");
  }

  /** Whether the server has ended itself because it had no room for its log. */
  public boolean hasPanicked() {
    return told("panics").equals("done");
  }

  /** Starts the server unless it has come back by itself, and waits until it answers. */
  public void start() {
    tell("start");
    try {
      if (!Deadline.in(PATIENCE).await(this::answers)) {
        throw new IllegalStateException("the server on the small disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the server takes connections. */
  public boolean answers() {
    try (var _ = at(port, "postgres").dataSource().getConnection()) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** The server's database where a port leads to it. */
  public ScratchDatabase at(int otherPort) {
    return at(otherPort, "jalon");
  }

  private ScratchDatabase at(int otherPort, String name) {
    return new ScratchDatabase(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(otherPort, name),
        DataDirectory.USER,
        password);
  }

  private void tell(String command) {
    requireDone(told(command));
  }

  private String told(String command) {
    try {
      shell.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
      shell.getOutputStream().flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() {
    return CompletableFuture.supplyAsync(this::line)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private static void requireDone(String line) {
    if (!"done".equals(line)) {
      throw new IllegalStateException(
          "no small disk: user and mount namespaces are needed (unshare -Urm): " + line);
    }
  }

  private String line() {
    try {
      return String.valueOf(answers.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
      Directories.delete(mountPoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
