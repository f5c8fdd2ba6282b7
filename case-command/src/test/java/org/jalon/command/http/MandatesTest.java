package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jalon.command.http.WriteSideServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cases change hands over HTTP: one by one with an answer, many at once without. */
class MandatesTest {

  private static final String ON = "\"effectiveOn\": \"2026-02-01\"";

  @TempDir private static Path directory;
  private static WriteSideServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new WriteSideServer(directory);
    accepted("CreateTerritory", "\"territoryId\": \"North\", \"label\": \"North\"");
    accepted("CreateTeam", "\"teamId\": \"T1\", \"territory\": \"North\", \"label\": \"One\"");
    inPost("ana", "AS", "1");
    inPost("bob", "AS", "0.08");
    inPost("eve", "AS", "1");
    inPost("zoe", "HEAD", "1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_case_is_handed_over_given_back_closed_and_reopened() throws Exception {
    underAna("handed");
    accepted("ProposeHandOver", "\"caseId\": \"handed\", \"to\": \"eve\", \"note\": \"on leave\"");
    Answer others = as("ana", "AcceptHandOver", "\"caseId\": \"handed\"");
    assertThat(others.status()).as(others.text()).isEqualTo(422);
    assertThat(others.code()).isEqualTo("NOT_RECEIVER");
    assertThat(types(as("eve", "AcceptHandOver", "\"caseId\": \"handed\"")))
        .isEqualTo("ReferentChanged");
    accepted("ProposeHandOver", "\"caseId\": \"handed\", \"to\": \"ana\"");
    assertThat(types(as("ana", "DeclineHandOver", "\"caseId\": \"handed\"")))
        .isEqualTo("HandOverDeclined");
    accepted("ProposeHandOver", "\"caseId\": \"handed\", \"to\": \"ana\"");
    accepted("WithdrawHandOver", "\"caseId\": \"handed\"");
    accepted("ReleaseReferent", "\"caseId\": \"handed\", \"note\": \"ill\"");
    accepted("CloseCase", "\"caseId\": \"handed\", \"reason\": \"MOVED_AWAY\"");
    accepted("ReopenCase", "\"caseId\": \"handed\"");
  }

  @Test
  void a_caseload_moves_whole_or_not_at_all() throws Exception {
    for (int n = 1; n <= 4; n++) {
      underAna("moved-" + n);
    }
    long head = server.head();
    String moves = "\"from\": \"ana\", \"cases\": [%s]".formatted(handed("bob", 1, 2, 3, 4));
    Answer refused = command("TransferCaseload", moves);
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("CASELOAD_CEILING_REACHED");
    assertThat(refused.body().get("violations").valueStream())
        .extracting(one -> one.get("field").stringValue(), one -> one.get("subject").stringValue())
        .containsExactly(tuple("cases/2/to", "moved-3"), tuple("cases/3/to", "moved-4"));
    assertThat(server.head()).isEqualTo(head);
    String admitted =
        moves + ", \"override\": {\"reason\": \"Ana leaves\", \"approvedBy\": \"zoe\"}";
    assertThat(types(command("TransferCaseload", admitted)))
        .isEqualTo(
            "ReferentChanged ReferentChanged ReferentChanged CaseloadCeilingOverridden"
                + " ReferentChanged CaseloadCeilingOverridden");
  }

  @Test
  void every_hole_in_a_list_of_moves_is_named() throws Exception {
    Answer malformed =
        command("TransferCaseload", "\"from\": \"ana\", \"cases\": [{\"caseId\": \"c\"}, null]");
    assertThat(malformed.status()).as(malformed.text()).isEqualTo(400);
    assertThat(malformed.body().get("violations").valueStream())
        .extracting(one -> one.get("field").stringValue())
        .containsExactly("cases[0].to", "cases[1]");
  }

  private static String handed(String to, int... numbers) {
    return IntStream.of(numbers)
        .mapToObj(n -> "{\"caseId\": \"moved-%d\", \"to\": \"%s\"}".formatted(n, to))
        .collect(Collectors.joining(","));
  }

  private static void underAna(String id) throws IOException, InterruptedException {
    accepted(
        "OpenCase",
        "\"caseId\": \"%s\", \"household\": \"h-%s\", \"programme\": \"polyvalence\""
            .formatted(id, id));
    accepted("AssignReferent", "\"caseId\": \"%s\", \"referent\": \"ana\"".formatted(id));
  }

  private static void inPost(String who, String profession, String fte)
      throws IOException, InterruptedException {
    accepted(
        "OpenPost",
        "\"postId\": \"p-%s\", \"team\": \"T1\", \"profession\": \"%s\", \"fte\": 1"
            .formatted(who, profession));
    accepted(
        "FillPost",
        "\"postId\": \"p-%s\", \"professional\": \"%s\", \"fte\": %s".formatted(who, who, fte));
  }

  private static void accepted(String name, String fields)
      throws IOException, InterruptedException {
    Answer answer = command(name, fields);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static Answer command(String name, String fields)
      throws IOException, InterruptedException {
    return as("local", name, fields);
  }

  private static Answer as(String actor, String name, String fields)
      throws IOException, InterruptedException {
    return server.post(
        "/api/commands/" + name, "{%s, %s}".formatted(fields, ON), "Jalon-Actor", actor);
  }

  private static String types(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .body()
        .get("events")
        .valueStream()
        .map((JsonNode event) -> event.get("type").stringValue())
        .collect(Collectors.joining(" "));
  }
}
