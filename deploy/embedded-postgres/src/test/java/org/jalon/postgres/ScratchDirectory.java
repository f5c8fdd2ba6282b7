package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;

/** Data directories below {@code target/}, side by side, so that the programs are unpacked once. */
final class ScratchDirectory {

  static final Path HOME =
      Path.of(System.getProperty("user.dir"), "target", "embedded-postgres").toAbsolutePath();

  private ScratchDirectory() {}

  /** A path at which there is nothing yet. */
  static Path absent() {
    return HOME.resolve(UUID.randomUUID().toString());
  }

  /** As a first start and a stop leave it; made once and copied. */
  static Path used() throws IOException {
    Path copy = absent();
    try (Stream<Path> all = Files.walk(Used.DIRECTORY)) {
      for (Path source : all.toList()) {
        Path target = copy.resolve(Used.DIRECTORY.relativize(source).toString());
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  static void delete(Path data) throws IOException {
    Directories.delete(data);
    Files.deleteIfExists(Directories.beside(data, ".lock"));
  }

  private static final class Used {

    static final Path DIRECTORY = make();

    private static Path make() {
      Path data = HOME.resolve("used-" + ProcessHandle.current().pid());
      EmbeddedPostgres.start(data).close();
      return data;
    }
  }
}
