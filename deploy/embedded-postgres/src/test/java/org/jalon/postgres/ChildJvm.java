package org.jalon.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@link OtherJalon} in a JVM of its own. */
record ChildJvm(Process process, Path output) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Starts it.
   *
   * @param prefix put before the {@code java} command
   */
  static ChildJvm start(List<String> prefix, String classPath, String does, Path data)
      throws IOException {
    Path output = Files.createTempFile("other-jalon", ".out");
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(java(), "-Xmx128m", "-cp", classPath, OtherJalon.class.getName(), does));
    command.add(data.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildJvm(process, output);
  }

  static ChildJvm start(String does, Path data) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), does, data);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits for a line that begins so, and gives the rest of it. */
  String says(String beginning) {
    return await("it says " + beginning)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> said(beginning), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> said(String beginning) throws IOException {
    return lines().stream()
        .filter(line -> line.startsWith(beginning))
        .findFirst()
        .map(line -> line.substring(beginning.length()).strip());
  }

  /** Whole lines said so far. */
  List<String> lines() throws IOException {
    String text = Files.readString(output);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** The numbers that the database has acknowledged to it. */
  List<Long> kept() throws IOException {
    return lines().stream()
        .filter(line -> line.startsWith("kept "))
        .map(line -> Long.parseLong(line.substring("kept ".length())))
        .toList();
  }

  void kill9() {
    process.destroyForcibly().onExit().join();
  }

  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
  }

  @Override
  public void close() throws IOException {
    kill9();
    Files.deleteIfExists(output);
  }
}
