package org.jalon.workload.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.accompanied;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.jalon.workload.wiring.WorkloadConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class WorkloadApiTest {

  private static final Instant FIRST = Instant.parse("2026-03-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-20T10:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-03-21T23:30:00Z");
  private static final MemoryFeed FEED = new MemoryFeed(LedgerId.MAIN, new MemoryKeys());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ServletWebServerApplicationContext server;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(WorkloadConfiguration.class)
  static class Surroundings {

    @Bean
    EventFeed feed() {
      return FEED;
    }

    @Bean
    LedgerId ledger() {
      return LedgerId.MAIN;
    }

    @Bean
    Clock clock() {
      return Clock.fixed(TODAY, ZoneId.of("Europe/Paris"));
    }

    @Bean
    DatabaseAccess database() {
      ScratchDatabase database = ScratchPostgres.fresh();
      return new DatabaseAccess(database.url(), database.user(), database.password());
    }
  }

  @BeforeAll
  static void a_service_over_a_small_ledger() {
    FEED.at(FIRST);
    FEED.append(march(1), territory("N"), team("T1", "N"), team("=cmd()", "N"));
    FEED.append(march(1), post("p1", "T1", "AS", "1"), filled("p1", "ana", "0.8"));
    FEED.append(march(1), post("p2", "=cmd()", "SMS", "1"), filled("p2", "ben", "1"));
    FEED.append(march(1), accompanied("c1", "T1", "ana"));
    FEED.append(march(1), accompanied("c2", "T1", "ana"));
    FEED.append(march(1), accompanied("c3", null, "zoe"));
    FEED.at(LATER).append(march(5), closed("c2"));
    var application = new SpringApplication(Surroundings.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0", "server.address", "127.0.0.1", "spring.main.banner-mode", "off"));
    server = (ServletWebServerApplicationContext) application.run();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void a_row_tells_cases_fte_ratios_norm_verdict_and_flags() {
    HttpResponse<String> response = get("/caseload?by=team&on=2026-03-02");
    JsonNode answer = json(response);

    assertThat(response.body())
        .contains(
            """
            {"scope":{"by":"team","id":"T1","label":"Team T1"},"on":"2026-03-02",\
            "asOf":"2026-03-22T00:30:00+01:00","cases":2,"weightedCases":2,\
            "fte":{"holders":0.8,"profession":0.8,"available":0.8},\
            "perFte":{"holders":2.50,"profession":2.50,"available":2.50},\
            "weightedPerFte":{"holders":2.50,"profession":2.50,"available":2.50},\
            "unit":"case","norm":{"standard":20,"alert":22,"ceiling":25},\
            "verdict":"WITHIN","flags":[]}\
            """);
    assertThat(response.body())
        .contains(
            "\"id\":\"(unassigned)\"",
            "\"perFte\":{\"holders\":null,\"profession\":null,\"available\":null}",
            "\"verdict\":null,\"flags\":[\"ORPHANED\",\"WITHOUT_FTE\"]");
    assertThat(answer.get("on").asString()).isEqualTo("2026-03-02");
    assertThat(answer.get("asOf").asString()).isEqualTo("2026-03-22T00:30:00+01:00");
    assertThat(answer.get("position").asString()).isEqualTo("main:17");
  }

  @Test
  void open_alerts_are_told_by_professional() {
    HttpResponse<String> response = get("/alerts?on=2026-03-02");

    assertThat(response.body())
        .isEqualTo(
            """
            {"rows":[{"code":"ORPHANED","professional":"zoe","since":"2026-03-01","load":1,\
            "ceiling":0,"position":null}],"on":"2026-03-02",\
            "asOf":"2026-03-22T00:30:00+01:00","position":"main:17"}\
            """);
    assertThat(response.headers().firstValue("Jalon-Position")).contains("main:17");
    assertThat(get("/alerts?on=2026-03-02&format=csv").body())
        .isEqualTo(
            "code,professional,since,load,ceiling,position\r\n"
                + "ORPHANED,zoe,2026-03-01,1,0,\r\n");
    assertThat(json(get("/alerts?on=2026-02-28")).get("rows").isEmpty()).isTrue();
    assertThat(json(get("/alerts?asOf=2026-03-09")).get("rows").isEmpty()).isTrue();
  }

  @Test
  void without_a_day_it_is_today_in_the_zone_of_the_installation() {
    assertThat(json(get("/caseload?by=team")).get("on").asString()).isEqualTo("2026-03-22");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, , 2, main:17",
    "2026-03-05, , 1, main:17",
    "2026-03-05, 2026-03-10, 2, main:16",
    "2026-03-05, 2026-03-19, 2, main:16",
    "2026-03-05, 2026-03-20, 1, main:17",
    "2026-03-05, 2026-03-20T11:00:00+01:00, 1, main:17",
    "2026-03-05, 2026-03-20T10:59:59+01:00, 2, main:16",
    "2026-03-05, 2026-03-09, 0, main:0"
  })
  void every_day_as_known_at_every_moment(String on, String asOf, int cases, String position) {
    String known = asOf == null ? "" : "&asOf=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
    JsonNode answer = json(get("/caseload/cases?by=referent&id=ana&on=" + on + known));

    assertThat(answer.get("total").asInt()).isEqualTo(cases);
    assertThat(answer.get("rows").size()).isEqualTo(cases);
    assertThat(answer.get("position").asString()).isEqualTo(position);
  }

  @Test
  void the_cases_behind_a_row() {
    JsonNode answer = json(get("/caseload/cases?by=team&id=T1&on=2026-03-05"));

    assertThat(answer.get("rows").toString())
        .isEqualTo(
            """
            [{"caseId":"c1","referent":"ana","programme":"polyvalence","team":"T1",\
            "territory":"N","post":"p1","profession":"AS","flags":[]}]\
            """);
    assertThat(answer.at("/scope/label").asString()).isEqualTo("Team T1");
  }

  @Test
  void the_cases_that_belong_to_none() {
    JsonNode answer = json(get("/caseload/cases?by=team&id=(unassigned)&on=2026-03-05"));

    assertThat(answer.at("/rows/0/caseId").asString()).isEqualTo("c3");
  }

  @Test
  void a_series_ends_its_points_with_weeks_and_is_clipped() {
    JsonNode answer =
        json(get("/caseload/series?by=team&team=T1&from=2026-03-01&to=2026-03-10&step=week"));

    assertThat(answer.get("rows").valueStream().map(row -> row.get("on").asString()))
        .containsExactly("2026-03-01", "2026-03-08", "2026-03-10");
    assertThat(answer.get("rows").valueStream().map(row -> row.get("cases").asInt()))
        .containsExactly(2, 1, 1);
  }

  @Test
  void a_table_for_calculators_holds_no_formulas() {
    HttpResponse<String> answer = get("/caseload?by=team&on=2026-03-02&format=csv");

    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(answer.headers().firstValue("Jalon-Position")).contains("main:17");
    assertThat(answer.body().lines())
        .hasSize(4)
        .element(2)
        .asString()
        .startsWith("team,'=cmd(),Team =cmd(),2026-03-02,")
        .endsWith(",0,0,0,0,0,,,,,,,case,,22,25,,WITHOUT_FTE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/caseload | by | one of referent, team, territory, profession, programme",
        "/caseload?by=month | by | 'month' is not one of referent, team, territory",
        "/caseload?by=TEAM | by | 'TEAM' is not one of",
        "/caseload?by=team&by=referent | by | stands 2 times",
        "/caseload?by=team&on=yesterday | on | 'yesterday' is not a day such as",
        "/caseload?by=team&on=2026-02-30 | on | '2026-02-30' is not a day",
        "/caseload?by=team&on=1899-12-31 | on | is not from 1900-01-01 to 9999-12-30",
        "/caseload?by=team&on=9999-12-31 | on | is not from 1900-01-01 to 9999-12-30",
        "/caseload?by=team&on=%2B10000-01-01 | on | is not from 1900-01-01 to 9999-12-30",
        "/caseload?by=team&asOf=2026-03-01T10:00:00 | asOf | an instant with offset",
        "/caseload?by=team&asOf=0001-01-01 | asOf | is not from 1900-01-01",
        "/caseload?by=team&format=xlsx | format | 'xlsx' is not one of json, csv",
        "/caseload?by=team&team=a%00b | team | invisible character",
        "/caseload?by=team&colour=red | colour | known are: asOf, by, format, on",
        "/caseload/cases?by=team | id | the id of a row's scope",
        "/caseload/cases?by=team&id=%20x | id | begins or ends with a space",
        "/caseload/series?by=team&to=2026-01-01 | from | is missing",
        "/caseload/series?by=team&from=2026-01-02&to=2026-01-01 | to | lies before from,"
            + " 2026-01-02",
        "/caseload/series?by=team&from=1900-01-01&to=2026-01-01&step=day | step | more than 400",
        "/caseload/series?by=team&from=2026-01-01&to=2026-01-01&step=year | step | day, week,"
            + " month",
        "/rebuild?now=1 | now | known are: none"
      })
  void what_cannot_be_asked_is_named(String question, String field, String message) {
    HttpResponse<String> answer = get(question);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).at("/violations/0/field").asString()).isEqualTo(field);
    assertThat(json(answer).at("/violations/0/message").asString()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "(unassigned)"})
  void a_scope_without_cases_is_empty_not_wrong(String id) {
    JsonNode answer = json(get("/caseload/cases?by=referent&on=2026-03-02&id=" + id));

    assertThat(answer.get("total").asInt()).isZero();
  }

  @Test
  void a_position_that_is_not_reached_in_time_is_said() {
    assertThat(get("/caseload?by=team", "main:17").statusCode()).isEqualTo(200);
    assertThat(get("/caseload?by=team", "other:17").statusCode()).isEqualTo(400);
    assertThat(get("/caseload?by=team", "main:999").statusCode()).isEqualTo(504);
  }

  @Test
  void questions_and_answers_are_described() {
    assertThat(send(HttpRequest.newBuilder(uri("/../../v3/api-docs").normalize()).build()).body())
        .contains(
            "/api/workload/caseload/series", "CaseloadRows", "CaseloadCases", "weightedPerFte")
        .contains("/api/workload/rebuild");
  }

  @Test
  void health_and_lag_are_told() {
    assertThat(server.getBean("caseloadViewHealthIndicator", HealthIndicator.class).health())
        .extracting(health -> health == null ? null : health.getStatus())
        .isEqualTo(Status.UP);
    assertThat(
            server
                .getBean(MeterRegistry.class)
                .get("jalon.view.lag")
                .tag("view", "caseload")
                .gauge()
                .value())
        .isZero();
  }

  @Test
  void the_view_can_be_rebuilt_while_it_answers() {
    var request =
        HttpRequest.newBuilder(uri("/rebuild")).POST(HttpRequest.BodyPublishers.noBody()).build();

    assertThat(send(request).statusCode()).isEqualTo(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> json(get("/rebuild")).get("state").asString().equals("DONE"));
    assertThat(json(get("/caseload/cases?by=referent&id=ana&on=2026-03-02")).get("total").asInt())
        .isEqualTo(2);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static HttpResponse<String> get(String question) {
    return send(HttpRequest.newBuilder(uri(question)).build());
  }

  private static HttpResponse<String> get(String question, String position) {
    return send(HttpRequest.newBuilder(uri(question)).header("Jalon-Position", position).build());
  }

  private static URI uri(String question) {
    String port = server.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/api/workload" + question);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
