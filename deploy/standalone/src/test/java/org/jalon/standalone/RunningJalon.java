package org.jalon.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The jar in a JVM of its own, with its own data directory and port. */
final class RunningJalon implements AutoCloseable {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final Duration CALL = Duration.ofSeconds(60);

  private final Process process;
  private final Path data;
  private final int port;
  private final Path output;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningJalon(Process process, Path data, int port, Path output) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.output = output;
  }

  /** A data directory that is not there yet. */
  static Path absent() {
    return TARGET.resolve("jalon-data").resolve(UUID.randomUUID().toString());
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts and waits until it answers. */
  static RunningJalon on(Path data) {
    return on(data, Map.of());
  }

  static RunningJalon on(Path data, Map<String, String> environment) {
    RunningJalon jalon = launch(data, freePort(), environment);
    await("Jalon answers: " + jalon.output)
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .failFast("it ended, its output says why", () -> !jalon.process.isAlive())
        .until(jalon::answers);
    return jalon;
  }

  /** Starts, whatever comes of it. */
  static RunningJalon launch(Path data, int port, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile(Files.createDirectories(TARGET), "jalon-", ".out");
      var builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-jar",
                  TARGET.resolve("jalon-standalone.jar").toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("JALON_"));
      builder.environment().put("JALON_DATA", data.toString());
      builder.environment().put("JALON_PORT", Integer.toString(port));
      builder.environment().putAll(environment);
      return new RunningJalon(builder.start(), data, port, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return get("/actuator/health/readiness").status() == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  int port() {
    return port;
  }

  Path data() {
    return data;
  }

  /** Its embedded server, as the owner of everything in it. */
  Connection database() throws IOException, SQLException {
    Path postgres = data.resolve("postgres");
    String serverPort = Files.readAllLines(postgres.resolve("postmaster.pid")).get(3).strip();
    String password = Files.readString(postgres.resolve("jalon-password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + serverPort + "/jalon", "jalon", password);
  }

  /** Everything it has written to the terminal. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Reads once the views have reached a position. */
  Answer getAt(String position, String path) throws IOException, InterruptedException {
    return send(request(path).header("Jalon-Position", position).GET());
  }

  Answer post(String path, String type, String body) throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer post(String path, String type, Path file) throws IOException, InterruptedException {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofFile(file)));
  }

  Answer command(String name, String body) throws IOException, InterruptedException {
    return post("/api/commands/" + name, "application/json", body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(CALL);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  /** Interrupts it as Ctrl-C does, and waits. */
  int stop() throws InterruptedException {
    process.destroy();
    return end();
  }

  void kill9() throws InterruptedException {
    process.destroyForcibly();
    end();
  }

  /** Waits for its end and gives its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + output());
    }
    return process.exitValue();
  }

  List<Long> children() {
    return process.descendants().map(ProcessHandle::pid).toList();
  }

  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
