package org.jalon.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
  private static final int ATTEMPTS = 3;

  private final DataDirectory directory;
  private final DirectoryLock lock;
  private final Server server;
  private final Login login;
  private final long processId;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(DataDirectory directory, DirectoryLock lock, Server server, Login login)
      throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.server = server;
    this.login = login;
    this.processId = server.processId();
  }

  /**
   * Starts a server on a free port; returns when it answers. Makes the directory at the first
   * start, and ends a server that an earlier JVM left in it. Takes seconds at the first start, less
   * than a second later, and some minutes at most.
   *
   * @param dataDirectory absent, empty, or from an earlier start by the same user
   * @throws CannotStartPostgres if no server comes about; says why and what to do
   */
  public static EmbeddedPostgres start(Path dataDirectory) {
    Platform.current().requireShipped();
    try {
      HostUser.current().requireMeans();
      DataDirectory directory = DataDirectory.at(dataDirectory);
      directory.refuseIfOfAnotherUser();
      DirectoryLock lock = DirectoryLock.of(directory.path());
      try {
        return start(directory, lock);
      } catch (IOException | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw Space.unusable(dataDirectory, e);
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
    for (int attempt = 1; ; attempt++) {
      int port = FreePort.find();
      try {
        return start(directory, lock, binaries, port);
      } catch (CannotStartPostgres e) {
        boolean portWasTakenMeanwhile = !FreePort.isFree(port);
        if (!portWasTakenMeanwhile || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedPostgres start(
      DataDirectory directory, DirectoryLock lock, Binaries binaries, int port)
      throws IOException, InterruptedException {
    Login login = new Login(port, DataDirectory.USER, directory.password());
    Server server = Server.start(binaries, directory, port);
    try {
      login.ensureDatabase(DATABASE);
    } catch (CannotStartPostgres e) {
      server.stop();
      throw e;
    }
    return new EmbeddedPostgres(directory, lock, server, login);
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

  /**
   * Runs something on a thread of its own once the server has ended without {@link #close}, at once
   * if it has: whoever depends on it cannot go on.
   */
  public void whenItEndsByItself(Runnable action) {
    server.whenItEndsByItself(action);
  }

  /** The process id of the server. */
  public long processId() {
    return processId;
  }

  /** Absolute, with links resolved. */
  public Path dataDirectory() {
    return directory.path();
  }

  /**
   * Stops the server and returns when it is gone, within two minutes; an interrupted thread returns
   * at once, and the server stops by itself. Again does nothing.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (lock) {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL in " + directory.path() + " is not closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
