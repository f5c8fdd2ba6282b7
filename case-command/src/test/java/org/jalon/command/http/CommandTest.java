package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.ReferentAssigned;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands over HTTP: once, together, on trial, and against each other. */
class CommandTest {

  private static final int RACERS = 200;
  private static final int CEILING = 25;

  @TempDir private static Path directory;
  private static WriteSideServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new WriteSideServer(directory);
    together(
        """
        [{"name": "CreateTerritory", "territoryId": "North", "label": "North", "effectiveOn": "2026-01-01"},
         {"name": "CreateTeam", "teamId": "T1", "territory": "North", "label": "One", "effectiveOn": "2026-01-01"},
         {"name": "OpenPost", "postId": "p1", "team": "T1", "profession": "AS", "fte": 1, "effectiveOn": "2026-01-01"},
         {"name": "FillPost", "postId": "p1", "professional": "Ana", "fte": 1, "effectiveOn": "2026-01-01"}]
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_same_command_id_records_once_and_answers_the_same() throws Exception {
    String id = UUID.randomUUID().toString();
    String open = open("once", "once-h", id);
    Answer first = server.post("/api/commands/OpenCase", open);
    long head = server.head();
    Answer again = server.post("/api/commands/OpenCase", " " + open.replace(",", " ,\n"));
    assertThat(first.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.body().get("events").get(0).get("position").longValue()).isEqualTo(head);
    assertThat(first.body().get("position").stringValue()).isEqualTo("main:" + head);
    assertThat(first.response().headers().firstValue("Jalon-Position")).hasValue("main:" + head);
    Answer other = server.post("/api/commands/OpenCase", open("once", "another-h", id));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("COMMAND_ID_REUSED");
    Answer otherName =
        server.post(
            "/api/commands/ProposeAccompaniment",
            "{\"caseId\": \"once\", \"commandId\": \"%s\"}".formatted(id));
    assertThat(otherName.code()).isEqualTo("COMMAND_ID_REUSED");
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void a_refused_command_id_may_be_used_again() throws Exception {
    String id = UUID.randomUUID().toString();
    String propose = "{\"caseId\": \"late\", \"commandId\": \"%s\"}".formatted(id);
    assertThat(server.post("/api/commands/ProposeAccompaniment", propose).status()).isEqualTo(404);
    server.post("/api/commands/OpenCase", open("late", "late-h", UUID.randomUUID().toString()));
    assertThat(server.post("/api/commands/ProposeAccompaniment", propose).status()).isEqualTo(200);
  }

  @Test
  void a_repeat_is_answered_after_the_key_of_the_case_was_destroyed() throws Exception {
    server.post("/api/commands/OpenCase", open("erased", "erased-h", UUID.randomUUID().toString()));
    String note =
        """
        {"caseId": "erased", "interventionId": "i1", "by": "Ana", "mode": "INTAKE", "note": "%s",
         "effectiveOn": "2026-01-02", "commandId": "%s"}
        """;
    String id = UUID.randomUUID().toString();
    Answer first = server.post("/api/commands/RecordIntervention", note.formatted("a text", id));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(server.post("/api/commands/RecordIntervention", note.formatted("other", id)).code())
        .isEqualTo("COMMAND_ID_REUSED");
    server.keys.destroy(new CaseId("erased"), server.head());
    long head = server.head();
    assertThat(server.post("/api/commands/RecordIntervention", note.formatted("a text", id)).body())
        .isEqualTo(first.body());
    assertThat(server.head()).isEqualTo(head);
    assertThat(server.get("/api/ledger/integrity").body().get("verified").booleanValue()).isTrue();
  }

  @Test
  void a_dry_run_decides_and_records_nothing() throws Exception {
    long head = server.head();
    String id = UUID.randomUUID().toString();
    Answer trial = server.post("/api/commands/OpenCase?dryRun=true", open("trial", "trial-h", id));
    assertThat(trial.status()).isEqualTo(200);
    assertThat(trial.body().get("dryRun").booleanValue()).isTrue();
    assertThat(trial.body().get("events").findValuesAsString("type")).hasSize(1);
    assertThat(
            server
                .post("/api/commands/ProposeAccompaniment?dryRun=true", "{\"caseId\": \"trial\"}")
                .status())
        .isEqualTo(404);
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void commands_sent_together_are_decided_in_order_each_on_its_own() throws Exception {
    JsonNode answers =
        together(
            """
            [{"name": "OpenCase", "caseId": "b1", "household": "b-h", "programme": "polyvalence"},
             {"name": "OpenCase", "caseId": "b2", "household": "b-h", "programme": "polyvalence"},
             {"name": "ProposeAccompaniment", "caseId": "b1"},
             {"name": "StartAccompaniment", "caseId": "b1"}]
            """);
    assertThat(answers.findValues("status"))
        .extracting(JsonNode::intValue)
        .containsExactly(200, 422, 200, 422);
    assertThat(answers.get(1).get("code").stringValue()).isEqualTo("CASE_ALREADY_OPEN");
    assertThat(answers.get(3).get("violations").findValuesAsString("code"))
        .contains("ADHESION_MISSING", "OBJECTIVE_MISSING", "DURATION_MISSING", "REFERENT_MISSING");
  }

  @Test
  void two_hundred_racing_for_one_referent_end_exactly_at_the_ceiling() throws Exception {
    String cases =
        IntStream.range(0, RACERS)
            .mapToObj(
                i ->
                    """
                    {"name": "OpenCase", "caseId": "r%1$d", "household": "r-h%1$d",
                     "programme": "polyvalence", "effectiveOn": "2026-01-02"}
                    """
                        .formatted(i))
            .toList()
            .toString();
    together(cases);
    long before = server.head();
    List<Answer> answers =
        racing(
            IntStream.range(0, RACERS)
                .<Callable<Answer>>mapToObj(
                    i ->
                        () ->
                            server.post(
                                "/api/commands/AssignReferent",
                                """
                                {"caseId": "r%d", "referent": "Ana", "effectiveOn": "2026-01-03"}
                                """
                                    .formatted(i)))
                .toList());
    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(CEILING);
    assertThat(answers)
        .filteredOn(a -> a.status() != 200)
        .allSatisfy(
            a -> {
              assertThat(a.status()).isEqualTo(422);
              assertThat(a.code()).isEqualTo("CASELOAD_CEILING_REACHED");
            });
    assertThat(server.facts(before).stream().filter(f -> f.event() instanceof ReferentAssigned))
        .hasSize(CEILING);
  }

  @Test
  void of_two_racing_openings_for_one_household_one_wins() throws Exception {
    for (int round = 0; round < 20; round++) {
      String household = "race-h" + round;
      List<Callable<Answer>> two = new ArrayList<>();
      for (String which : List.of("x", "y")) {
        String body = open("race-" + which + round, household, UUID.randomUUID().toString());
        two.add(() -> server.post("/api/commands/OpenCase", body));
      }
      assertThat(racing(two)).extracting(Answer::status).containsExactlyInAnyOrder(200, 422);
    }
  }

  @Test
  void one_command_id_sent_many_times_at_once_records_once() throws Exception {
    server.post("/api/commands/OpenCase", open("many", "many-h", UUID.randomUUID().toString()));
    long before = server.head();
    String body =
        """
        {"caseId": "many", "interventionId": "i1", "by": "Ana", "mode": "INTAKE", "note": "a text",
         "effectiveOn": "2026-01-02", "commandId": "%s"}
        """
            .formatted(UUID.randomUUID());
    List<Answer> answers =
        racing(
            IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(
                    _ -> () -> server.post("/api/commands/RecordIntervention", body))
                .toList());
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
    assertThat(server.facts(before).stream().filter(f -> f.event() instanceof InterventionRecorded))
        .hasSize(1);
  }

  private static List<Answer> racing(List<Callable<Answer>> calls) throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> future : executor.invokeAll(calls)) {
        answers.add(future.get());
      }
    }
    return answers;
  }

  private static JsonNode together(String commands) throws Exception {
    Answer answer = server.post("/api/commands", commands);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  private static String open(String caseId, String household, String commandId) {
    return """
    {"caseId": "%s", "household": "%s", "programme": "polyvalence", "effectiveOn": "2026-01-01", "commandId": "%s"}
    """
        .formatted(caseId, household, commandId);
  }
}
