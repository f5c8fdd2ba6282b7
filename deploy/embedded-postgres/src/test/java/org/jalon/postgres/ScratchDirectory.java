package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Data directories below {@code target/}, side by side, so that the programs are unpacked once. */
final class ScratchDirectory {

  static final Path HOME =
      Path.of(System.getProperty("user.dir"), "target", "embedded-postgres").toAbsolutePath();

  private ScratchDirectory() {}

  /** A path at which there is nothing yet. */
  static Path absent() {
    return HOME.resolve(UUID.randomUUID().toString());
  }

  static void delete(Path data) throws IOException {
    Directories.delete(data);
    Files.deleteIfExists(Directories.beside(data, ".lock"));
  }
}
