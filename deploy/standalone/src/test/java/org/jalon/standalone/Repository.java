package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources lie, and the real log beside them. */
final class Repository {

  private Repository() {}

  static Path root() {
    return Path.of("").toAbsolutePath().resolve("../..").normalize();
  }

  /** The folder of the real log; where it is absent the test says so, in CI it fails. */
  static Path data() {
    Path data = root().resolve("../shared/data").normalize();
    boolean there = Files.isDirectory(data);
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, "SKIPPED: the real log is not at ../shared/data of the repository");
    }
    assertThat(there).as("the real log lies at ../shared/data of the repository").isTrue();
    return data;
  }
}
