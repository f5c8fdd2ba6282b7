package org.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * One durable server for all tests of a JVM, below {@code target/} of the module under test; it
 * starts when first asked for and goes, with all its databases, when the JVM ends.
 */
public final class ScratchPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private ScratchPostgres() {}

  /** A new, empty database. */
  public static ScratchDatabase fresh() {
    String name = "scratch_" + DATABASES.incrementAndGet();
    Login login = Started.LOGIN;
    login.ensureDatabase(name);
    return new ScratchDatabase(login.jdbcUrl(name), login.user(), login.password());
  }

  /** A new, empty database, to be reached as superuser; each connection is a new one. */
  public static DataSource freshDatabase() {
    return fresh().dataSource();
  }

  private static final class Started {

    static final Login LOGIN = start();

    private static Login start() {
      try {
        Path home = Path.of(System.getProperty("user.dir"), "target", "scratch-postgres");
        deleteWhatIsLeft(home);
        Path data = home.resolve("data-" + ProcessHandle.current().pid());
        EmbeddedPostgres server = EmbeddedPostgres.start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        return new Login(server.port(), server.user(), server.password());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Servers of test JVMs that were killed have ended; their directories have not. */
    private static void deleteWhatIsLeft(Path home) throws IOException {
      Files.createDirectories(home);
      try (var leftovers = Files.newDirectoryStream(home, "data-*")) {
        for (Path leftover : leftovers) {
          String pid = leftover.getFileName().toString().replaceAll("data-(\\d+).*", "$1");
          if (isEndedOrThisOne(Long.parseLong(pid))) {
            Directories.delete(leftover);
          }
        }
      }
    }

    /** This process has started nothing yet: what carries its id is an earlier one's. */
    private static boolean isEndedOrThisOne(long pid) {
      return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static void end(EmbeddedPostgres server) {
      server.close();
      try {
        Directories.delete(server.dataDirectory());
        Directories.delete(Directories.beside(server.dataDirectory(), ".lock"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
