package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jalon.command.CommandConfiguration;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.wiring.DataDirectory;
import org.jalon.command.wiring.LedgerFeed;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The write side alone over a database of its own, asked over HTTP. */
final class WriteSideServer implements AutoCloseable {

  static final String BINARY = "application/octet-stream";
  static final String JSON = "application/json";

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final MemoryKeys keys = new MemoryKeys();
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;

  WriteSideServer(Path directory) {
    this(directory, ScratchPostgres.fresh());
  }

  /** One over a database that may have been used before. */
  WriteSideServer(Path directory, ScratchDatabase database) {
    this(directory, database, Map.of());
  }

  /** One that is set up in some points otherwise. */
  WriteSideServer(Path directory, ScratchDatabase database, Map<String, Object> settings) {
    context =
        new SpringApplicationBuilder(Surroundings.class)
            .initializers(
                it -> {
                  var beans = it.getBeanFactory();
                  beans.registerSingleton("ledgerId", LedgerId.MAIN);
                  beans.registerSingleton("keys", keys);
                  beans.registerSingleton("directory", new DataDirectory(directory));
                  beans.registerSingleton(
                      "access",
                      new DatabaseAccess(database.url(), database.user(), database.password()));
                })
            .bannerMode(Banner.Mode.OFF)
            .properties(Map.of("server.port", "0", "server.address", "127.0.0.1"))
            .properties(settings)
            .run();
    root =
        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(CommandConfiguration.class)
  static class Surroundings {}

  /** What was answered. */
  record Answer(int status, JsonNode body, HttpResponse<String> response) {

    String code() {
      return body.path("code").asString("");
    }

    String text() {
      return body.toString();
    }

    Set<String> codes() {
      return Set.copyOf(body.path("violations").findValuesAsString("code"));
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  long head() {
    return bean(Ledger.class).head().position();
  }

  /** All facts after a position, as readers see them. */
  List<Recorded> facts(long after) throws InterruptedException {
    long head = head();
    var feed = bean(LedgerFeed.class);
    List<Recorded> all = new java.util.ArrayList<>();
    for (long at = after; at < head; at = all.getLast().position()) {
      all.addAll(feed.after(at, 1_000, Duration.ofSeconds(5)));
    }
    assertThat(all.stream().mapToLong(Recorded::position))
        .containsExactly(LongStream.rangeClosed(after + 1, head).boxed().toArray(Long[]::new));
    return all;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(root.resolve(path)).GET());
  }

  Answer post(String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return post(path, type, BodyPublishers.ofByteArray(body), headers);
  }

  Answer post(String path, String type, Path file) throws IOException, InterruptedException {
    return post(path, type, BodyPublishers.ofFile(file));
  }

  Answer post(String path, String json, String... headers)
      throws IOException, InterruptedException {
    return post(path, JSON, json.getBytes(StandardCharsets.UTF_8), headers);
  }

  private Answer post(String path, String type, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(root.resolve(path)).POST(body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request);
  }

  /** Sends a file and waits for the end of its import. */
  JsonNode imported(String path, String type, byte[] file)
      throws IOException, InterruptedException {
    Answer begun = post(path, type, file);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String place = begun.response().headers().firstValue("Location").orElseThrow();
    assertThat(place).isEqualTo("/api/imports/" + begun.body().get("id").stringValue());
    return ended(place);
  }

  /** Waits until an import has ended. */
  JsonNode ended(String place) {
    return Awaitility.await(place)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> get(place).body(),
            report -> !report.get("state").stringValue().equals("RUNNING"));
  }

  /** The lines of a stream, to its end. */
  InputStream stream(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).GET().build();
    return client.send(request, BodyHandlers.ofInputStream()).body();
  }

  /** What is not one document of JSON. */
  HttpResponse<String> text(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).GET().build();
    return client.send(request, BodyHandlers.ofString());
  }

  private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    JsonNode body =
        response.body().isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(response.body());
    return new Answer(response.statusCode(), body, response);
  }

  @Override
  public void close() {
    client.shutdownNow();
    context.close();
  }
}
