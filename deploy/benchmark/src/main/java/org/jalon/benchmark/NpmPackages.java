package org.jalon.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Those we compare with that are published for Node, fetched when they are needed by the npm of
 * this machine, from where it fetches, and run from below the target directory.
 */
final class NpmPackages {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MESSAGE_DB = "@eventide/message-db@1.3.1";
  private static final List<String> EMMETT =
      List.of(
          "@event-driven-io/emmett@0.42.0",
          "@event-driven-io/emmett-postgresql@0.42.0",
          "@event-driven-io/pongo@0.16.11");

  private final Path directory;
  private final boolean mayFetch;

  private NpmPackages(Path directory, boolean mayFetch) {
    this.directory = directory;
    this.mayFetch = mayFetch;
  }

  /**
   * Those in a directory, fetched if they are not.
   *
   * @param directory made if absent
   */
  static NpmPackages in(Path directory) {
    return new NpmPackages(directory, true);
  }

  /** Those in a directory, as far as they were fetched earlier. */
  static NpmPackages alreadyIn(Path directory) {
    return new NpmPackages(directory, false);
  }

  /**
   * The directory of message-db's SQL.
   *
   * @throws IOException if there is no npm, or it cannot fetch
   */
  Path messageDb() throws IOException, InterruptedException {
    return installed("message-db", List.of(MESSAGE_DB))
        .resolve("node_modules/@eventide/message-db/database");
  }

  /**
   * A directory in which Node finds Emmett.
   *
   * @throws IOException if there is no npm or Node, or it cannot fetch
   */
  Path emmett() throws IOException, InterruptedException {
    Path home = installed("emmett", EMMETT);
    Child.run(
        home,
        home.resolve("node.log"),
        PATIENCE,
        List.of(
            "node",
            "--eval",
            "process.exit(Number(process.versions.node.split('.')[0]) < 20 ? 1 : 0)"));
    return home;
  }

  private Path installed(String name, List<String> packages)
      throws IOException, InterruptedException {
    Path home = directory.resolve(name);
    Path done = home.resolve("installed");
    if (!Files.exists(done) || !Files.readAllLines(done).equals(packages)) {
      if (!mayFetch) {
        throw new IOException("%s is not in %s; a benchmark fetches it".formatted(name, home));
      }
      Files.createDirectories(home);
      Files.writeString(home.resolve("package.json"), "{\"private\": true}");
      List<String> command =
          new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
      command.addAll(packages);
      Child.run(home, home.resolve("npm.log"), PATIENCE, command);
      Files.write(done, packages);
    }
    return home;
  }
}
