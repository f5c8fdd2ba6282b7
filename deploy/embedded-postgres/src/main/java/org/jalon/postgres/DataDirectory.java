package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Where the server keeps its rows, its password and its log; it exists whole or not at all. */
record DataDirectory(Path path) {

  static final String USER = "jalon";

  private static final String PASSWORD = "jalon-password";
  private static final String UNFINISHED = ".initialising-";
  private static final int PASSWORD_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The directory under its true name, whatever links lead to it; what holds it is made. */
  static DataDirectory at(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      return new DataDirectory(absolute.toRealPath());
    }
    Path parent = Files.createDirectories(Directories.parent(absolute)).toRealPath();
    return new DataDirectory(parent.resolve(absolute.getFileName()));
  }

  /**
   * Fails before anything is touched if the directory is another user's.
   *
   * @throws CannotStartPostgres names both users
   */
  void refuseIfOfAnotherUser() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    int owner = HostUser.ownerOf(path);
    int current = HostUser.current().id();
    if (owner != current) {
      throw new CannotStartPostgres(
          "data directory %s belongs to user %s (id %d) and Jalon runs as user id %d; run Jalon as its owner or set JALON_DATA to another directory"
              .formatted(path, Files.getOwner(path), owner, current));
    }
  }

  /**
   * Makes a first start's directory, or makes sure that the one found can be used.
   *
   * @throws CannotStartPostgres if it is another version's or something else
   */
  void prepare(Binaries binaries) throws IOException, InterruptedException {
    Directories.deleteBeside(path, UNFINISHED);
    if (isEmpty()) {
      initialise(binaries);
    }
    refuseIfOfAnotherVersion();
  }

  Path log() {
    return path.resolve("server.log");
  }

  String password() throws IOException {
    Path file = path.resolve(PASSWORD);
    if (!Files.isReadable(file)) {
      throw new CannotStartPostgres(
          "%s, the server's password, is missing or not readable; restore it from a backup of the directory, or set JALON_DATA to another directory"
              .formatted(file));
    }
    return Files.readString(file).strip();
  }

  private boolean isEmpty() throws IOException {
    if (!Files.exists(path)) {
      return true;
    }
    try (var entries = Files.newDirectoryStream(path)) {
      return !entries.iterator().hasNext();
    }
  }

  private void initialise(Binaries binaries) throws IOException, InterruptedException {
    Space.requireFirstStart(Directories.parent(path));
    Path unfinished = Directories.newBeside(path, UNFINISHED);
    try {
      Path password = newPassword(unfinished.resolve(PASSWORD));
      Path data = unfinished.resolve("data");
      initdb(binaries, data, password, unfinished.resolve("initdb.log"));
      Files.move(password, data.resolve(PASSWORD));
      Directories.sync(data);
      Directories.rename(data, path);
    } finally {
      Directories.discard(unfinished);
    }
  }

  private static Path newPassword(Path file) throws IOException {
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    Directories.sync(file);
    return file;
  }

  private static void initdb(Binaries binaries, Path data, Path password, Path log)
      throws IOException, InterruptedException {
    Supervised initdb =
        Supervised.start(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"),
            log);
    try {
      if (!initdb.endsWithin(PATIENCE) || initdb.status() != 0) {
        throw new CannotStartPostgres(
            "cannot make a database in %s; PostgreSQL says:%n%s"
                .formatted(Directories.parent(data), LogTail.of(log)));
      }
    } finally {
      initdb.kill();
    }
  }

  private void refuseIfOfAnotherVersion() throws IOException {
    Path file = path.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new CannotStartPostgres(
          "%s holds files but no database of Jalon; set JALON_DATA to an empty or a new directory"
              .formatted(path));
    }
    String version = Files.readString(file).strip();
    if (!version.equals(Binaries.MAJOR)) {
      throw new CannotStartPostgres(
          "data directory %s is of PostgreSQL %s and this Jalon brings PostgreSQL %s; move the data with pg_upgrade or pg_dump, start the Jalon that made it, or set JALON_DATA to another directory"
              .formatted(path, version, Binaries.MAJOR));
    }
  }
}
