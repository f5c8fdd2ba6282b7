package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk, and the right to use it. */
final class Space {

  private static final long MEGABYTE = 1_000_000;

  /** The unpacked programs take 60 MB, a new database 40 MB, its first log segments the rest. */
  private static final long FIRST_START = 200;

  private Space() {}

  /**
   * Fails before anything is written where a first start would fill the disk.
   *
   * @throws CannotStartPostgres if less than 200 MB are free
   */
  static void requireFirstStart(Path home) throws IOException {
    requireFirstStart(home, Files.getFileStore(home).getUsableSpace() / MEGABYTE);
  }

  static void requireFirstStart(Path home, long free) {
    if (free < FIRST_START) {
      throw new CannotStartPostgres(
          "%s has %d MB free and a first start needs %d MB; make room or set JALON_DATA to a directory on another disk"
              .formatted(home, free, FIRST_START));
    }
  }

  /** What went wrong with a file below this directory, and what to do. */
  static CannotStartPostgres unusable(Path directory, IOException failure) {
    String reason =
        failure instanceof AccessDeniedException denied
            ? "user %s may not write %s"
                .formatted(System.getProperty("user.name"), denied.getFile())
            : failure.toString();
    return new CannotStartPostgres(
        "cannot keep the database in %s: %s; make room, give the right to write there, or set JALON_DATA to another directory"
            .formatted(directory, reason),
        failure);
  }
}
