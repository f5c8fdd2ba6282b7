package org.jalon.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server on a directory of its own. It is durable (what was committed survives any end
 * of this JVM, of the server and of the machine), listens on 127.0.0.1 only, and stops when this
 * JVM ends, whatever ends it.
 *
 * <p>Beside the directory lie its lock and the unpacked programs.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String DATABASE = "jalon";

  private final DataDirectory directory;
  private final DirectoryLock lock;
  private final Server server;
  private final Login login;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(
      DataDirectory directory, DirectoryLock lock, Server server, Login login) {
    this.directory = directory;
    this.lock = lock;
    this.server = server;
    this.login = login;
  }

  /**
   * Starts a server on a free port; returns when it answers. Makes the directory at the first
   * start, and ends a server that an earlier JVM left in it. Takes seconds at the first start, less
   * than a second later, and at most some minutes.
   *
   * @param dataDirectory absent, empty, or from an earlier start by the same user
   * @throws CannotStartPostgres if no server comes about; says why and what to do
   */
  public static EmbeddedPostgres start(Path dataDirectory) {
    try {
      DataDirectory directory = DataDirectory.at(dataDirectory);
      HostUser.current().requireMeans();
      DirectoryLock lock = DirectoryLock.of(directory.path());
      try {
        return start(directory, lock);
      } catch (IOException | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new CannotStartPostgres(
          "cannot use %s for the database: %s; make room or give the right to write there, or set JALON_DATA to another directory"
              .formatted(dataDirectory, e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartPostgres("interrupted while PostgreSQL was starting", e);
    }
  }

  private static EmbeddedPostgres start(DataDirectory directory, DirectoryLock lock)
      throws IOException, InterruptedException {
    Binaries binaries = Binaries.beside(directory.path());
    directory.prepare(binaries);
    new StaleServer(directory.path()).clear();
    Login login = new Login(freePort(), DataDirectory.USER, directory.password());
    Server server = Server.start(binaries, directory, login);
    createDatabase(login);
    return new EmbeddedPostgres(directory, lock, server, login);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void createDatabase(Login login) {
    try (Connection connection = login.connect("postgres");
        var statement = connection.createStatement()) {
      var known =
          statement.executeQuery(
              "SELECT FROM pg_database WHERE datname = '%s'".formatted(DATABASE));
      if (!known.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException e) {
      throw new CannotStartPostgres("cannot make database %s".formatted(DATABASE), e);
    }
  }

  /** Of the database {@code jalon}; with neither user nor password in it. */
  public String jdbcUrl() {
    return login.jdbcUrl(DATABASE);
  }

  /** A superuser of this server. */
  public String user() {
    return login.user();
  }

  /** The user's password, made at the first start and kept in the data directory. */
  public String password() {
    return login.password();
  }

  /** The TCP port on 127.0.0.1; another one at each start. */
  public int port() {
    return login.port();
  }

  /** Absolute, with links resolved. */
  public Path dataDirectory() {
    return directory.path();
  }

  /** Stops the server and returns when it is gone, within a minute; again does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (lock) {
      server.stop();
    } catch (IOException e) {
      throw new IllegalStateException(
          "PostgreSQL in %s has not stopped".formatted(directory.path()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
