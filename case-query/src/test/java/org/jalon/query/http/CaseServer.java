package org.jalon.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.query.Facts.*;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.jalon.query.wiring.QueryConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of the read side of cases on a fresh database, fed by a ledger in memory. */
abstract class CaseServer {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final Clock TODAY = Clock.fixed(Instant.parse("2026-07-14T09:00:00Z"), PARIS);

  final MemoryKeys keys = new MemoryKeys();
  final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, keys);
  private final HttpClient client = HttpClient.newHttpClient();
  ServletWebServerApplicationContext context;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(QueryConfiguration.class)
  static class Surroundings {}

  @BeforeEach
  void start() {
    ScratchDatabase scratch = ScratchPostgres.fresh();
    var access = new DatabaseAccess(scratch.url(), scratch.user(), scratch.password());
    ApplicationContextInitializer<GenericApplicationContext> surroundings =
        beans -> {
          beans.registerBean(EventFeed.class, () -> feed);
          beans.registerBean(KeyStore.class, () -> keys);
          beans.registerBean(LedgerId.class, () -> LedgerId.MAIN);
          beans.registerBean(DatabaseAccess.class, () -> access);
          beans.registerBean(Clock.class, () -> TODAY);
        };
    SpringApplication application =
        new SpringApplicationBuilder(Surroundings.class)
            .initializers(surroundings)
            .properties(
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "management.endpoint.health.show-details=always",
                "management.endpoints.web.exposure.include=health,metrics")
            .build();
    context = (ServletWebServerApplicationContext) application.run();
  }

  @AfterEach
  void stop() {
    context.close();
    client.close();
  }

  void accompany(CaseId caseId) {
    feed.append(march(1), opened(caseId));
    feed.append(march(2), proposed(caseId), agreed(caseId));
    feed.append(march(3), objective(caseId, JUNE), planned(caseId, JUNE), assigned(caseId, ANA));
    feed.append(march(4), started(caseId));
  }

  /** An answer that rests on everything recorded. */
  HttpResponse<String> settled(String path) throws IOException, InterruptedException {
    return get(path, "Jalon-Position", "main:" + feed.head());
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path).GET(), headers);
  }

  HttpResponse<String> post(String path) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) {
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  static String referent(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).at("/referent").asString("");
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static void assertProblem(HttpResponse<String> answer, int status, String code, String mentions) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).at("/code").asString()).isEqualTo(code);
    assertThat(json(answer).at("/detail").asString()).contains(mentions);
  }
}
