package org.jalon.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the tests in a JVM of its own, which ends when this one does.
 *
 * @param output what it says
 */
record ChildJvm(Process process, Path output) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static ChildJvm start(Class<?> program, String... arguments) throws IOException {
    Path home = Files.createDirectories(Path.of(System.getProperty("user.dir"), "target", "jvm"));
    Path output = Files.createTempFile(home, program.getSimpleName(), ".out");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-Dlogback.configurationFile=logback-cluster.xml",
            "-Dlog.name=" + program.getSimpleName()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildJvm(process, output);
  }

  /** Waits for a line that begins so. */
  void awaitLine(String beginning) {
    await(beginning)
        .atMost(PATIENCE)
        .until(() -> Files.readAllLines(output).stream().anyMatch(it -> it.startsWith(beginning)));
  }

  void kill9() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill9();
  }
}
