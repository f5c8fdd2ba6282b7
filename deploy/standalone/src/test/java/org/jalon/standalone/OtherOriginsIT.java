package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another origin neither commands nor reads, whatever it asks for. */
class OtherOriginsIT {

  private static final String BODY =
      "{\"caseId\":\"X\",\"household\":\"X\",\"programme\":\"polyvalence\"}";

  private final RunningJalon jalon = SharedJalon.running();

  static Stream<String> reads() {
    return Stream.of(
        "/",
        "/api/openapi",
        "/api/docs",
        "/api/swagger-ui/index.html",
        "/api/commands",
        "/api/cases",
        "/api/cases/X",
        "/api/cases/X/history",
        "/api/workload/caseload?by=referent",
        "/api/ledger/integrity",
        "/api/imports/7f1c2a34-0000-4000-8000-00000000c0de",
        "/actuator/health",
        "/actuator/metrics",
        "/nothing");
  }

  static Stream<String> writes() {
    return Stream.of(
        "/api/commands/OpenCase",
        "/api/commands",
        "/api/imports/xes?programme=polyvalence",
        "/api/imports/workforce",
        "/api/cases/rebuild",
        "/api/workload/rebuild");
  }

  @ParameterizedTest
  @MethodSource("reads")
  void a_foreign_host_is_not_answered(String path) throws IOException {
    assertRefused(403, "HOST_NOT_ALLOWED", request("GET", path, "evil.example", ""));
    assertRefused(403, "HOST_NOT_ALLOWED", request("GET", path, "localhost.evil.example", ""));
    assertRefused(403, "HOST_NOT_ALLOWED", request("GET", path, "10.0.0.1:" + jalon.port(), ""));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void a_foreign_origin_does_not_read(String path) throws IOException {
    String host = "localhost:" + jalon.port();
    for (String header :
        new String[] {
          "Origin: https://evil.example",
          "Origin: null",
          "Origin: http://localhost:1",
          "Sec-Fetch-Site: cross-site"
        }) {
      assertRefused(403, "ORIGIN_NOT_ALLOWED", request("GET", path, host, header));
    }
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_foreign_origin_does_not_command(String path) throws IOException {
    assertRefused(
        403,
        "ORIGIN_NOT_ALLOWED",
        posted(path, "application/json", "Origin: https://evil.example"));
    assertRefused(
        403, "ORIGIN_NOT_ALLOWED", posted(path, "application/json", "Sec-Fetch-Site: cross-site"));
    String preflight =
        RawRequest.send(
            jalon.port(),
            "OPTIONS " + path + " HTTP/1.1",
            "Host: localhost:" + jalon.port(),
            "Origin: https://evil.example",
            "Access-Control-Request-Method: POST",
            "Connection: close",
            "");
    assertRefused(403, "ORIGIN_NOT_ALLOWED", preflight);
    assertThat(preflight).doesNotContainIgnoringCase("Access-Control-Allow");
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_form_is_no_body(String path) throws IOException {
    for (String type :
        new String[] {
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "text/plain",
          "TEXT/PLAIN;charset=UTF-8"
        }) {
      assertRefused(415, "MEDIA_TYPE_NOT_ACCEPTED", posted(path, type, "X-Nothing: x"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void its_own_names_are_answered(String name) throws IOException {
    String host = name + ":" + jalon.port();
    assertThat(request("GET", "/api/commands", host, "Origin: http://" + host))
        .startsWith("HTTP/1.1 200");
  }

  private String request(String method, String path, String host, String header)
      throws IOException {
    return RawRequest.send(
        jalon.port(),
        method + " " + path + " HTTP/1.1",
        "Host: " + host,
        header.isEmpty() ? "X-Nothing: x" : header,
        "Connection: close",
        "");
  }

  private String posted(String path, String type, String header) throws IOException {
    return RawRequest.send(
        jalon.port(),
        "POST " + path + " HTTP/1.1",
        "Host: localhost:" + jalon.port(),
        "Content-Type: " + type,
        "Content-Length: " + BODY.length(),
        header,
        "Connection: close",
        "",
        BODY);
  }

  private static void assertRefused(int status, String code, String answer) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("application/problem+json", "\"code\":\"" + code + "\"");
  }
}
