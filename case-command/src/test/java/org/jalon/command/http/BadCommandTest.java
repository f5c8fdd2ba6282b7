package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jalon.command.http.WriteSideServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Commands that cannot be read: a clear refusal of all that is wrong, and nothing is recorded. */
class BadCommandTest {

  private static final String INTERVENTION =
      """
      {"caseId": "c1", "interventionId": "i1", "by": "Ana", "mode": "INTAKE", "effectiveOn": "2026-01-02"%s}
      """;

  @TempDir private static Path directory;
  private static WriteSideServer server;
  private static long head;

  @BeforeAll
  static void start() throws Exception {
    server = new WriteSideServer(directory);
    String open =
        """
        {"caseId": "c1", "household": "h1", "programme": "polyvalence", "effectiveOn": "2026-01-01"}
        """;
    assertThat(server.post("/api/commands/OpenCase", open).status()).isEqualTo(200);
    head = server.head();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothing_is_recorded() {
    assertThat(server.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"caseId\": | 400 | JSON_MALFORMED | line 1",
        "'' | 400 | JSON_MALFORMED | empty",
        "{\"caseId\": \"c1\"} trailing | 400 | JSON_MALFORMED | line 1",
        "[1, 2] | 400 | JSON_MALFORMED | object",
        "42 | 400 | JSON_MALFORMED | object",
        "null | 400 | JSON_MALFORMED | object",
        "{\"caseId\": \"c1\", \"caseId\": \"c2\"} | 400 | JSON_MALFORMED | twice",
        "{\"caseId\": NaN} | 400 | JSON_MALFORMED | line 1",
        "{} | 400 | FIELD_MISSING | caseId",
        "{\"caseId\": null} | 400 | FIELD_MISSING | caseId",
        "{\"caseId\": 7} | 400 | TYPE_MISMATCH | caseId",
        "{\"caseId\": [\"c1\"]} | 400 | TYPE_MISMATCH | caseId",
        "{\"caseId\": {\"value\": \"c1\"}} | 400 | TYPE_MISMATCH | caseId",
        "{\"caseId\": \"\"} | 400 | ID_MALFORMED | 120",
        "{\"caseId\": \"a\\u0000b\"} | 400 | ID_MALFORMED | U+0000",
        "{\"caseId\": \"ana@example.org\"} | 422 | IDENTIFYING_ID | e-mail",
        "{\"caseId\": \"none\"} | 404 | CASE_UNKNOWN | none",
        "{\"caseId\": \"c1\", \"surprise\": 1} | 400 | FIELD_UNKNOWN | surprise",
        "{\"caseId\": \"c1\", \"commandId\": \"17\"} | 400 | COMMAND_ID_MALFORMED | UUID",
        "{\"caseId\": \"c1\", \"commandId\": 17} | 400 | TYPE_MISMATCH | commandId",
        "{\"caseId\": \"c1\", \"effectiveOn\": \"soon\"} | 400 | DATE_MALFORMED | 2026-03-01",
        "{\"caseId\": \"c1\", \"effectiveOn\": \"1850-01-01\"} | 400 | DAY_OUT_OF_RANGE | 1900",
        "{\"caseId\": \"c1\", \"effectiveOn\": \"2026-02-30\"} | 400 | DATE_MALFORMED | 2026-02-30",
        "{\"caseId\": \"c1\", \"effectiveOn\": \"2999-01-01\"} | 422 | EFFECTIVE_IN_FUTURE | 2999"
      })
  void a_bad_body(String body, int status, String code, String word) throws Exception {
    refused(server.post("/api/commands/ProposeAccompaniment", body), status, code, word);
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 422, MINUTES_OUT_OF_RANGE",
    "0, 422, MINUTES_OUT_OF_RANGE",
    "1441, 422, MINUTES_OUT_OF_RANGE",
    "1.5, 422, MINUTES_OUT_OF_RANGE",
    "1e9, 422, MINUTES_OUT_OF_RANGE",
    "99999999999999999999, 422, MINUTES_OUT_OF_RANGE",
    "'\"30\"', 400, TYPE_MISMATCH",
    "true, 400, TYPE_MISMATCH"
  })
  void negative_and_absurd_minutes(String minutes, int status, String code) throws Exception {
    String body = INTERVENTION.formatted(", \"minutes\": " + minutes);
    refused(server.post("/api/commands/RecordIntervention", body), status, code, "minutes");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 422, FTE_OUT_OF_RANGE",
    "0, 422, FTE_OUT_OF_RANGE",
    "1e999999, 422, FTE_OUT_OF_RANGE",
    "1e-999999, 422, FTE_OUT_OF_RANGE",
    "0.123456, 422, FTE_OUT_OF_RANGE",
    "'\"1\"', 400, TYPE_MISMATCH",
    "[], 400, TYPE_MISMATCH"
  })
  void negative_and_absurd_fte(String fte, int status, String code) throws Exception {
    String body =
        "{\"postId\": \"p\", \"team\": \"t\", \"profession\": \"AS\", \"fte\": %s}".formatted(fte);
    refused(server.post("/api/commands/OpenPost", body), status, code, "fte");
  }

  @Test
  void a_number_of_very_many_digits() throws Exception {
    String body = INTERVENTION.formatted(", \"minutes\": " + "9".repeat(5_000));
    refused(
        server.post("/api/commands/RecordIntervention", body), 400, "JSON_MALFORMED", "100 digits");
  }

  @Test
  void deep_nesting() throws Exception {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    refused(
        server.post("/api/commands/ProposeAccompaniment", "{\"caseId\": " + deep + "}"),
        400,
        "JSON_MALFORMED",
        "16 levels");
    refused(server.post("/api/commands", deep), 400, "JSON_MALFORMED", "16 levels");
  }

  @Test
  void a_text_of_5_megabytes() throws Exception {
    String body = INTERVENTION.formatted(", \"note\": \"" + "x".repeat(5_000_000) + "\"");
    refused(
        server.post("/api/commands/RecordIntervention", body), 413, "BODY_TOO_LARGE", "2097152");
    refused(server.post("/api/commands", "[" + body + "]"), 400, "JSON_MALFORMED", "1000000");
  }

  @Test
  void a_text_that_is_too_long_for_a_note() throws Exception {
    String body = INTERVENTION.formatted(", \"note\": \"" + "x".repeat(500_000) + "\"");
    Answer answer = server.post("/api/commands/RecordIntervention", body);
    refused(answer, 400, "TEXT_MALFORMED", "note");
    assertThat(answer.text().length()).isLessThan(1_000);
  }

  @Test
  void huge_arrays_and_null_in_them() throws Exception {
    String objective =
        """
        {"caseId": "c1", "objectiveId": "o1", "text": "t", "criteria": [%s], "dueOn": "2026-12-01"}
        """;
    Answer many =
        server.post(
            "/api/commands/SetObjective", objective.formatted("\"x\",".repeat(100_000) + "\"x\""));
    assertThat(many.status()).isEqualTo(422);
    assertThat(many.code()).isEqualTo("TOO_MANY_CRITERIA");
    refused(
        server.post("/api/commands/SetObjective", objective.formatted("null")),
        400,
        "TYPE_MISMATCH",
        "criteria");
    refused(
        server.post("/api/commands/SetObjective", objective.formatted("\"x\", 7")),
        400,
        "TYPE_MISMATCH",
        "criteria");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | FIELD_MISSING | override.reason",
        "{\"reason\": null} | FIELD_MISSING | override.reason",
        "{\"reason\": 7} | TYPE_MISMATCH | override.reason",
        "{\"reason\": \"r\", \"surprise\": 1} | FIELD_UNKNOWN | override.surprise",
        "{\"reason\": \"r\", \"approvedBy\": 7} | TYPE_MISMATCH | override.approvedBy",
        "7 | TYPE_MISMATCH | override",
        "[] | TYPE_MISMATCH | override"
      })
  void a_bad_object_within(String override, String code, String field) throws Exception {
    Answer answer =
        server.post(
            "/api/commands/AssignReferent",
            "{\"caseId\": \"c1\", \"referent\": \"Ana\", \"override\": %s}".formatted(override));
    refused(answer, 400, code, field);
  }

  @Test
  void a_score_without_its_parts() throws Exception {
    Answer answer =
        server.post(
            "/api/commands/EvaluateObjective",
            """
            {"caseId": "c1", "objectiveId": "o1", "outcome": "MET",
             "scores": [{"criterion": 1}, {"score": null}, null]}
            """);
    assertThat(answer.body().get("violations").findValuesAsString("field"))
        .containsExactly("scores[0].score", "scores[1].criterion", "scores[1].score", "scores[2]");
  }

  @Test
  void every_fault_is_told_at_once() throws Exception {
    String body =
        """
        {"interventionId": "a\\u0000b", "by": 7, "mode": "DANCE", "minutes": -1, "surprise": true,
         "commandId": "x", "effectiveOn": "y"}
        """;
    Answer answer = server.post("/api/commands/RecordIntervention", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("violations").findValuesAsString("field"))
        .containsExactlyInAnyOrder(
            "caseId",
            "interventionId",
            "by",
            "mode",
            "minutes",
            "surprise",
            "commandId",
            "effectiveOn");
  }

  @Test
  void unknown_commands_and_those_that_only_the_inside_may_send() throws Exception {
    refused(server.post("/api/commands/Dance", "{}"), 404, "COMMAND_UNKNOWN", "Dance");
    refused(server.post("/api/commands/ImportTrace", "{}"), 404, "COMMAND_UNKNOWN", "ImportTrace");
    refused(
        server.post("/api/commands/" + "x".repeat(500), "{}"), 404, "COMMAND_UNKNOWN", "xxx...");
  }

  @Test
  void unknown_parameters_methods_and_content_types() throws Exception {
    String body = "{\"caseId\": \"c1\"}";
    refused(
        server.post("/api/commands/ProposeAccompaniment?dryrun=true", body),
        400,
        "PARAMETER_UNKNOWN",
        "dryRun");
    assertThat(server.get("/api/commands/ProposeAccompaniment").status()).isEqualTo(405);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", ""}) {
      assertThat(server.post("/api/commands/ProposeAccompaniment", type, bytes).status())
          .as(type)
          .isEqualTo(415);
    }
    assertThat(server.post("/api/commands/ProposeAccompaniment", "text/csv", bytes).status())
        .isEqualTo(415);
  }

  @Test
  void many_at_once_answers_each_and_bounds_all() throws Exception {
    refused(server.post("/api/commands", "{}"), 400, "JSON_MALFORMED", "array");
    refused(
        server.post("/api/commands", "[" + "{},".repeat(1_000) + "{}]"),
        413,
        "TOO_MANY_COMMANDS",
        "1000");
    Answer mixed =
        server.post(
            "/api/commands",
            """
            [7, null, {}, {"name": 7}, {"name": "Dance"}, {"name": "ProposeAccompaniment"},
             {"name": "ProposeAccompaniment", "caseId": "none"}]
            """);
    assertThat(mixed.status()).isEqualTo(200);
    assertThat(mixed.body().findValues("status"))
        .extracting(JsonNode::intValue)
        .containsExactly(400, 400, 400, 400, 404, 400, 404);
  }

  private static void refused(Answer answer, int status, String code, String word) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.codes()).contains(code);
    assertThat(answer.text()).contains(word);
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }
}
