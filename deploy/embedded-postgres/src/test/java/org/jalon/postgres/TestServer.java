package org.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A durable server of a test's own, which it may stop, kill, start again, copy and promote; its
 * port stays the same. It ends with this JVM, and its directory when it is closed.
 */
public final class TestServer implements AutoCloseable {

  private static final String DATABASE = "jalon";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger SERVERS = new AtomicInteger();

  private final Path data;
  private final int port;
  private final String password;
  private final List<String> settings;
  private @Nullable Supervised process;

  private TestServer(Path data, List<String> settings) throws IOException {
    this.data = data;
    this.settings = settings;
    port = FreePort.find();
    password = new DataDirectory(data).password();
  }

  /**
   * Starts a fresh one, with an empty database.
   *
   * @param settings beyond those of the embedded server, each {@code name=value}
   */
  public static TestServer fresh(String... settings) {
    return copyOf(Template.DATA, settings);
  }

  /**
   * Stops, copies the directory, starts again, and starts the copy as a standby that follows this
   * one.
   */
  public TestServer standby() {
    stop();
    try {
      TestServer copy = new TestServer(copied(data), List.of());
      Files.createFile(copy.data.resolve("standby.signal"));
      Files.writeString(
          copy.data.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'%n"
              .formatted(port, DataDirectory.USER, password));
      start();
      copy.start();
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestServer copyOf(Path template, String... settings) {
    try {
      TestServer server = new TestServer(copied(template), List.of(settings));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is reached directly. */
  public ScratchDatabase database() {
    return at(port);
  }

  /** The same database where another port leads to it. */
  public ScratchDatabase at(int otherPort) {
    return at(otherPort, DATABASE);
  }

  private ScratchDatabase at(int otherPort, String name) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(otherPort, name);
    return new ScratchDatabase(url, DataDirectory.USER, password);
  }

  public int port() {
    return port;
  }

  /** The first value that the statement answers, as text; empty if it answers none. */
  public String ask(String sql) throws SQLException {
    try (var connection = database().dataSource().getConnection();
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }

  /** Starts it on what it left, and waits until it answers. */
  public void start() {
    try {
      List<String> command = new ArrayList<>();
      command.addAll(List.of(programs().program("postgres"), "-D", data.toString()));
      command.addAll(ServerSettings.arguments(port));
      settings.forEach(setting -> command.addAll(List.of("-c", setting)));
      process = Supervised.start(command, data.resolve("server.log"));
      if (!Deadline.in(PATIENCE).await(this::answers)) {
        throw new IllegalStateException(LogTail.of(data.resolve("server.log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it in order; its clients are disconnected. */
  public void stop() {
    end("INT");
  }

  /** Stops it at once; its next start recovers. */
  public void stopAtOnce() {
    end("QUIT");
  }

  /** Kills all its processes, as a machine does that loses power. */
  public void kill() {
    try {
      ProcessHandle server =
          ProcessHandle.of(PidFile.in(data).process().orElseThrow()).orElseThrow();
      List<ProcessHandle> workers = server.descendants().toList();
      server.destroyForcibly();
      workers.forEach(ProcessHandle::destroyForcibly);
      end("KILL");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(String signal) {
    Supervised running = process;
    if (running == null) {
      return;
    }
    try {
      running.signal(signal);
      running.endsWithin(PATIENCE);
      running.kill();
      running.release();
      process = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    try (var _ = at(port, "postgres").dataSource().getConnection()) {
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    stopAtOnce();
    try {
      Directories.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Binaries programs() throws IOException {
    return Binaries.beside(home().resolve("any"));
  }

  static Path home() throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("user.dir"), "target", "scratch-postgres"));
  }

  private static Path directory(String name) throws IOException {
    return home().resolve("server-%d-%s".formatted(ProcessHandle.current().pid(), name));
  }

  /** Servers of test JVMs that were killed have ended; their directories have not. */
  private static void deleteWhatIsLeft() throws IOException {
    try (var leftovers = Files.newDirectoryStream(home(), "server-*")) {
      for (Path leftover : leftovers) {
        String pid = leftover.getFileName().toString().replaceAll("server-(\\d+)-.*", "$1");
        if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()
            || Long.parseLong(pid) == ProcessHandle.current().pid()) {
          Directories.delete(leftover);
        }
      }
    }
  }

  private static Path copied(Path from) throws IOException {
    Path to = directory(Integer.toString(SERVERS.incrementAndGet()));
    Directories.delete(to);
    Files.walkFileTree(from, new Copying(from, to));
    return to;
  }

  private static final class Copying extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.copy(
          directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      return FileVisitResult.CONTINUE;
    }
  }

  /** A directory as a first start leaves it, made once for a JVM. */
  static final class Template {

    static final Path DATA = made();

    private Template() {}

    private static Path made() {
      try {
        deleteWhatIsLeft();
        Path data = directory("template");
        DataDirectory.at(data).prepare(programs());
        TestServer server = new TestServer(data, List.of());
        server.start();
        new Login(server.port, DataDirectory.USER, server.password).ensureDatabase(DATABASE);
        server.stop();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Directories.discard(data)));
        return data;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
