package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.http.WriteSideServer.BINARY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jalon.command.http.WriteSideServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that cannot be read as a whole: a clear refusal, and nothing is recorded. */
class BadImportTest {

  private static final String XES = "/api/imports/xes?programme=permits";
  private static final String WORKFORCE = "/api/imports/workforce";
  private static final String TRACE =
      """
      <trace><string key="concept:name" value="c1"/><event><string key="org:resource" value="Ana"/>
      <date key="time:timestamp" value="2020-05-05T10:00:00+02:00"/></event></trace>
      """;

  @TempDir private static Path directory;
  private static WriteSideServer server;
  private static long head;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(directory.resolve("imports"));
    server = new WriteSideServer(directory);
    head = server.head();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothing_is_recorded_and_no_upload_is_left() throws IOException {
    assertThat(server.head()).isEqualTo(head);
    try (var uploads = Files.list(directory.resolve("imports"))) {
      assertThat(uploads).isEmpty();
    }
  }

  @Test
  void an_empty_file() throws Exception {
    refused(server.post(XES, BINARY, new byte[0]), 400, "FILE_EMPTY", "byte 1");
    refused(server.post(WORKFORCE, "text/csv", new byte[0]), 400, "FILE_EMPTY", "byte 1");
  }

  @Test
  void a_text_that_is_called_a_log() throws Exception {
    refused(server.post(XES, "application/xml", bytes("Dear all,")), 400, "NOT_XES", "line 1");
    refused(server.post(XES, "text/xml", bytes("<html/>")), 400, "NOT_XES", "<html>");
    refused(server.post(XES, "text/xml", bytes("<log>" + TRACE)), 400, "XML_MALFORMED", "line 3");
  }

  @Test
  void a_truncated_and_a_damaged_gzip() throws Exception {
    byte[] whole = gzip(bytes("<log>" + TRACE.repeat(100) + "</log>"));
    byte[] truncated = Arrays.copyOf(whole, whole.length - 20);
    refused(
        server.post(XES, "application/gzip", truncated),
        400,
        "GZIP_TRUNCATED",
        "byte " + truncated.length);
    byte[] damaged = whole.clone();
    damaged[whole.length - 6] ^= 1;
    refused(server.post(XES, "application/x-gzip", damaged), 400, "GZIP_CORRUPT", "byte ");
    refused(server.post(WORKFORCE, "application/gzip", truncated), 400, "HEADER_UNKNOWN", "line 1");
  }

  @Test
  void a_gzip_bomb() throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bomb)) {
      out.write(bytes("<log>"));
      byte[] blank = new byte[1 << 20];
      Arrays.fill(blank, (byte) '\n');
      byte[] comment = bytes("<!-- -->");
      for (int i = 0; i < 64; i++) {
        out.write(blank, 0, blank.length / 2);
        out.write(comment);
      }
      out.write(bytes("</log>"));
    }
    refused(
        server.post(XES, "application/gzip", bomb.toByteArray()),
        413,
        "INFLATED_TOO_LARGE",
        "200 times");
  }

  @Test
  void a_doctype_and_an_external_entity_are_refused_and_never_fetched() throws Exception {
    try (var bait = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      bait.setSoTimeout(1);
      String outside = "http://127.0.0.1:%d/bait".formatted(bait.getLocalPort());
      for (String declared :
          new String[] {
            "<!DOCTYPE log SYSTEM \"%s\"><log/>".formatted(outside),
            "<!DOCTYPE log [<!ENTITY e SYSTEM \"%s\">]><log><string key=\"a\" value=\"b\"/>&e;</log>"
                .formatted(outside)
          }) {
        refused(
            server.post(XES, "application/xml", bytes(declared)), 400, "DOCTYPE_REFUSED", "line 1");
      }
      assertThatThrownBy(bait::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void a_table_with_a_wrong_header() throws Exception {
    refused(
        server.post(WORKFORCE, "text/csv", bytes("name,profession\nAna,AS\n")),
        400,
        "HEADER_UNKNOWN",
        "professional,profession,team,territory,fte,from,to");
  }

  @Test
  void a_wrong_content_type() throws Exception {
    byte[] log = bytes("<log>" + TRACE + "</log>");
    for (String type :
        new String[] {"application/json", "application/x-www-form-urlencoded", "text/plain", ""}) {
      Answer answer = server.post(XES, type, log);
      assertThat(answer.status()).as(type).isEqualTo(415);
      assertThat(answer.body().get("violations")).as(type).isNotEmpty();
    }
    assertThat(server.post(WORKFORCE, "application/xml", log).status()).isEqualTo(415);
  }

  @Test
  void a_log_without_or_with_a_bad_programme() throws Exception {
    byte[] log = bytes("<log>" + TRACE + "</log>");
    refused(server.post("/api/imports/xes", BINARY, log), 400, "PARAMETER_MISSING", "programme");
    refused(
        server.post("/api/imports/xes?programme=ana.doe@example.org", BINARY, log),
        400,
        "IDENTIFYING_ID",
        "programme");
    refused(
        server.post(XES + "&closeAtLastEvnt=true", BINARY, log),
        400,
        "PARAMETER_UNKNOWN",
        "closeAtLastEvent");
    refused(
        server.post(XES + "&dryRun=perhaps", BINARY, log), 400, "PARAMETER_MALFORMED", "dryRun");
  }

  @Test
  void a_bad_actor_or_purpose() throws Exception {
    byte[] log = bytes("<log>" + TRACE + "</log>");
    refused(
        server.post(XES, BINARY, log, "Jalon-Purpose", "CURIOSITY"),
        400,
        "PURPOSE_UNKNOWN",
        "CARE");
    refused(
        server.post(XES, BINARY, log, "Jalon-Actor", "a@example.org"),
        400,
        "IDENTIFYING_ID",
        "actor");
  }

  @Test
  void a_dry_run_reports_and_records_nothing() throws Exception {
    byte[] log = bytes("<log>" + TRACE + "</log>");
    JsonNode report = server.imported(XES + "&dryRun=true", BINARY, log);
    assertThat(report.get("recorded").intValue()).isEqualTo(5);
    assertThat(report.get("dryRun").booleanValue()).isTrue();
    assertThat(report.has("position")).isFalse();
    byte[] table =
        bytes(
            "professional,profession,team,territory,fte,from,to\nAna,AS,T1,North,1,2020-01-01,\n");
    assertThat(
            server
                .imported(WORKFORCE + "?dryRun=true", "text/csv", table)
                .get("recorded")
                .intValue())
        .isEqualTo(4);
  }

  @Test
  void an_import_that_nobody_began() throws Exception {
    refused(server.get("/api/imports/no-such-import"), 404, "IMPORT_UNKNOWN", "again");
    refused(
        server.get("/api/imports/00000000-0000-0000-0000-000000000000/progress"),
        404,
        "IMPORT_UNKNOWN",
        "again");
  }

  private static void refused(Answer answer, int status, String code, String... words) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    for (String word : words) {
      assertThat(answer.text()).contains(word);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
