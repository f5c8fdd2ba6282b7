package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real log beside the repository; where it is absent its tests say so, in CI they fail. */
public final class RealLog {

  private RealLog() {}

  /** Where it lies; skips the test where it is absent, unless in CI. */
  public static Path directory() {
    Path data = repository().resolveSibling("shared").resolve("data");
    boolean there = Files.isDirectory(data);
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, "SKIPPED: the real log is not at ../shared/data of the repository");
    }
    assertThat(there).as("the real log lies at ../shared/data of the repository").isTrue();
    return data;
  }

  private static Path repository() {
    var folder = Path.of("").toAbsolutePath();
    while (!isRepository(folder)) {
      var above = folder.getParent();
      if (above == null) {
        throw new IllegalStateException("No repository above " + Path.of("").toAbsolutePath());
      }
      folder = above;
    }
    return folder;
  }

  private static boolean isRepository(Path folder) {
    try {
      var pom = folder.resolve("pom.xml");
      return Files.exists(folder.resolve(".git"))
          || Files.exists(pom) && Files.readString(pom).contains("<modules>");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
