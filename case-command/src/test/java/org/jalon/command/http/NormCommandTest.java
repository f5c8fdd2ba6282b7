package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.norm.ShareRange;
import org.jalon.kernel.norm.TimeMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Norms, working times and posts that end, over HTTP. */
class NormCommandTest {

  @TempDir private static Path directory;
  private static WriteSideServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new WriteSideServer(directory);
    Answer answer =
        server.post(
            "/api/commands",
            """
            [{"name": "CreateTerritory", "territoryId": "North", "label": "North", "effectiveOn": "2026-01-01"},
             {"name": "CreateTeam", "teamId": "T1", "territory": "North", "label": "One", "effectiveOn": "2026-01-01"},
             {"name": "OpenPost", "postId": "p1", "team": "T1", "profession": "AS", "fte": 1, "effectiveOn": "2026-01-01"},
             {"name": "FillPost", "postId": "p1", "professional": "Ana", "fte": 1, "effectiveOn": "2026-01-01"},
             {"name": "OpenCase", "caseId": "c1", "household": "h1", "programme": "polyvalence", "effectiveOn": "2026-01-02"},
             {"name": "OpenCase", "caseId": "c2", "household": "h2", "programme": "polyvalence", "effectiveOn": "2026-01-02"},
             {"name": "AssignReferent", "caseId": "c1", "referent": "Ana", "effectiveOn": "2026-01-03"},
             {"name": "AssignReferent", "caseId": "c2", "referent": "Ana", "effectiveOn": "2026-01-04"}]
            """);
    assertThat(answer.body().findValues("status")).extracting(JsonNode::intValue).containsOnly(200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_norm_is_recorded_as_it_was_stated_with_its_alert_of_the_first_day() throws Exception {
    long before = server.head();
    Answer adopted =
        server.post(
            "/api/commands/AdoptNorm",
            """
            {"team": "T1", "ceiling": 1, "effectiveOn": "2026-01-01",
             "shares": [{"mode": "INTAKE", "min": 40, "max": 50}, {"mode": "COLLECTIVE", "min": 10, "max": 20}]}
            """);
    assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
    List<Recorded> facts = server.facts(before);
    assertThat(facts).hasSize(2);
    assertThat(((NormAdopted) facts.getFirst().event()).shares())
        .containsExactly(
            new ShareRange(TimeMode.INTAKE, 40, 50), new ShareRange(TimeMode.COLLECTIVE, 10, 20));
    assertThat(facts.getLast().event())
        .isEqualTo(new CaseloadAboveCeiling(new ProfessionalId("Ana"), 2, 1));
    assertThat(facts.getLast().day()).isEqualTo(EffectiveDay.of(2026, 1, 4));
  }

  @Test
  void working_time_changes_and_a_post_ends() throws Exception {
    server.post(
        "/api/commands",
        """
        [{"name": "OpenPost", "postId": "p2", "team": "T1", "profession": "AS", "fte": 1, "effectiveOn": "2026-01-01"},
         {"name": "FillPost", "postId": "p2", "professional": "Bob", "fte": 1, "effectiveOn": "2026-01-01"}]
        """);
    assertThat(
            post(
                    "ChangeWorkingTime",
                    """
                    {"postId": "p2", "professional": "Bob", "fte": 0.5, "effectiveOn": "2026-01-05"}
                    """)
                .status())
        .isEqualTo(200);
    String end =
        """
        {"postId": "p2", "effectiveOn": "2026-01-06"}
        """;
    assertThat(post("ClosePost", end).code()).isEqualTo("POST_STILL_FILLED");
    assertThat(
            post(
                    "VacatePost",
                    """
                    {"postId": "p2", "professional": "Bob", "effectiveOn": "2026-01-06"}
                    """)
                .status())
        .isEqualTo(200);
    assertThat(post("ClosePost", end).status()).isEqualTo(200);
    assertThat(
            post(
                    "FillPost",
                    """
                    {"postId": "p2", "professional": "Bob", "fte": 1, "effectiveOn": "2026-01-06"}
                    """)
                .code())
        .isEqualTo("POST_CLOSED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | NORM_EMPTY",
        "{\"ceiling\": 0} | 422 | NORM_OUT_OF_RANGE",
        "{\"ceiling\": 2.5} | 400 | TYPE_MISMATCH",
        "{\"ceiling\": \"30\"} | 400 | TYPE_MISMATCH",
        "{\"ceiling\": 99999999999} | 400 | TYPE_MISMATCH",
        "{\"ceiling\": 30, \"team\": \"none\"} | 422 | TEAM_UNKNOWN",
        "{\"shares\": [{\"mode\": \"INTAKE\", \"min\": 60, \"max\": 50}]} | 422 |"
            + " SHARES_OUT_OF_RANGE",
        "{\"shares\": [{\"mode\": \"SLEEP\", \"min\": 40, \"max\": 50}]} | 400 | TYPE_MISMATCH",
        "{\"shares\": [{\"mode\": \"INTAKE\", \"min\": 40}]} | 400 | FIELD_MISSING",
        "{\"shares\": [null]} | 400 | TYPE_MISMATCH",
        "{\"shares\": 40} | 400 | TYPE_MISMATCH"
      })
  void a_bad_norm_is_refused_and_not_recorded(String body, int status, String code)
      throws Exception {
    long head = server.head();
    Answer answer = post("AdoptNorm", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).contains(code);
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void the_catalogue_says_what_a_norm_takes() throws Exception {
    assertThat(server.get("/api/commands").body().valueStream())
        .filteredOn(entry -> entry.path("name").asString("").equals("AdoptNorm"))
        .extracting(JsonNode::toString)
        .singleElement()
        .asString()
        .contains("whole number", "object {mode, min, max}", "NORM_EMPTY", "SHARES_OUT_OF_RANGE");
  }

  private static Answer post(String name, String body) throws Exception {
    return server.post("/api/commands/" + name, body);
  }
}
