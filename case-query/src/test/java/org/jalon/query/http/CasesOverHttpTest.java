package org.jalon.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jalon.query.Facts.*;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Purpose;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.kernel.wire.Stamp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CasesOverHttpTest extends CaseServer {

  @Test
  void a_case_file_shows_the_accompaniment_with_its_texts_opened() throws Exception {
    accompany(CASE);
    feed.append(march(9), evaluated(CASE, Outcome.PARTLY_MET), intervention(CASE, "i1"));

    var answer = settled("/api/cases/C1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Jalon-Position")).hasValue("main:9");
    JsonNode file = json(answer);
    assertThat(file.at("/caseId").asString()).isEqualTo("C1");
    assertThat(file.at("/household").asString()).isEqualTo("H-C1");
    assertThat(file.at("/team").asString()).isEqualTo("T7");
    assertThat(file.at("/status").asString()).isEqualTo("ACTIVE");
    assertThat(file.at("/openedOn").asString()).isEqualTo("2026-03-01");
    assertThat(file.at("/closedOn").isNull()).isTrue();
    assertThat(file.at("/referent").asString()).isEqualTo("ana");
    assertThat(file.at("/accompaniment/adhesionOn").asString()).isEqualTo("2026-03-02");
    assertThat(file.at("/accompaniment/plannedUntil").asString()).isEqualTo("2026-06-30");
    assertThat(file.at("/accompaniment/formalised").asBoolean()).isTrue();
    assertThat(file.at("/objectives/0/text").asString()).isEqualTo("a home of their own");
    assertThat(file.at("/objectives/0/criteria/1").asString()).isEqualTo("rent paid");
    assertThat(file.at("/objectives/0/state").asString()).isEqualTo("PARTLY_MET");
    assertThat(file.at("/objectives/0/evaluations/0/note").asString()).isEqualTo("lease is near");
    assertThat(file.at("/objectives/0/evaluations/0/scores/0/score").asInt()).isEqualTo(8);
    assertThat(file.at("/interventions/total").asInt()).isEqualTo(1);
    assertThat(file.at("/interventions/rows/0/minutes").asInt()).isEqualTo(45);
    assertThat(file.at("/interventions/rows/0/note").asString())
        .isEqualTo("they spoke of the flat");
    assertThat(file.at("/flags").toString())
        .isEqualTo("[\"DURATION_ENDED\",\"OBJECTIVE_OVERDUE\"]");
    assertThat(file.at("/on").asString()).isEqualTo("2026-07-14");
    assertThat(file.at("/position").asString()).isEqualTo("main:9");
    assertThat(keys.questions()).as("keys are asked for once per answer").isEqualTo(1);
  }

  @Test
  void a_closed_case_keeps_its_past() throws Exception {
    accompany(CASE);
    feed.append(march(20), ended(CASE), closed(CASE));

    JsonNode file = json(settled("/api/cases/C1"));

    assertThat(file.at("/status").asString()).isEqualTo("CLOSED");
    assertThat(file.at("/closedOn").asString()).isEqualTo("2026-03-20");
    assertThat(file.at("/closing/reason").asString()).isEqualTo("OTHER");
    assertThat(file.at("/closing/note").asString()).isEqualTo("they went home");
    assertThat(file.at("/referent").isNull()).isTrue();
    assertThat(file.at("/accompaniment").isNull()).isTrue();
    assertThat(file.at("/pastAccompaniments/0/accompaniment/endedOn").asString())
        .isEqualTo("2026-03-20");
    assertThat(file.at("/pastAccompaniments/0/accompaniment/reason").asString())
        .isEqualTo("OBJECTIVES_MET");
    assertThat(file.at("/pastAccompaniments/0/objectives/0/text").asString())
        .isEqualTo("a home of their own");
  }

  @Test
  void a_case_is_shown_as_it_was_in_the_world_and_as_it_was_known() throws Exception {
    feed.at(Instant.parse("2026-03-01T08:00:00Z")).append(march(1), opened(CASE));
    feed.at(Instant.parse("2026-03-10T08:00:00Z")).append(march(5), assigned(CASE, ANA));
    feed.at(Instant.parse("2026-03-20T08:00:00Z")).append(march(3), assigned(CASE, BEN));

    assertThat(referent(settled("/api/cases/C1"))).isEqualTo("ana");
    assertThat(referent(get("/api/cases/C1?on=2026-03-04"))).isEqualTo("ben");
    assertThat(referent(get("/api/cases/C1?on=2026-03-04&asOf=2026-03-19"))).isEmpty();
    assertThat(referent(get("/api/cases/C1?on=2026-03-04&asOf=2026-03-20"))).isEqualTo("ben");
    assertThat(
            referent(
                get("/api/cases/C1?on=2026-03-04&asOf=" + encoded("2026-03-20T09:00:00+01:00"))))
        .isEqualTo("ben");
    assertThat(
            referent(
                get("/api/cases/C1?on=2026-03-04&asOf=" + encoded("2026-03-20T08:59:59+01:00"))))
        .isEmpty();
    assertThat(referent(get("/api/cases/C1?position=1"))).isEmpty();
    assertThat(referent(get("/api/cases/C1?position=main:2"))).isEqualTo("ana");
    assertProblem(get("/api/cases/C1?on=2026-02-28"), 404, "CASE_UNKNOWN", "C1");
  }

  @Test
  void cases_are_listed_filtered_and_paged() throws Exception {
    for (int n = 1; n <= 5; n++) {
      feed.append(march(n), opened(new CaseId("P " + n)));
    }
    feed.append(march(9), assigned(new CaseId("P 3"), BEN));

    JsonNode first = json(settled("/api/cases?limit=2"));
    assertThat(first.at("/total").asInt()).isEqualTo(5);
    assertThat(first.findValuesAsString("caseId")).containsExactly("P 1", "P 2");
    JsonNode second = json(get("/api/cases?limit=2&after=" + first.at("/after").asString()));
    assertThat(second.findValuesAsString("caseId")).containsExactly("P 3", "P 4");
    JsonNode third = json(get("/api/cases?limit=2&after=" + second.at("/after").asString()));
    assertThat(third.findValuesAsString("caseId")).containsExactly("P 5");
    assertThat(third.at("/after").isNull()).isTrue();
    assertThat(json(get("/api/cases?referent=ben")).findValuesAsString("caseId"))
        .containsExactly("P 3");
    assertThat(json(get("/api/cases?status=CLOSED&due=2026-12-31")).at("/total").asInt()).isZero();
    assertThat(get("/api/cases/P%203").statusCode()).isEqualTo(200);
  }

  @Test
  void the_history_shows_every_entry_with_who_when_why_and_hash() throws Exception {
    var stamp =
        new Stamp(
            UUID.fromString("00000000-0000-0000-0000-000000000007"),
            "SetObjective",
            "f",
            new Actor(new ActorId("ana"), new ActorId("ben"), Purpose.CARE),
            "2026-03-02T10:00:00+01:00",
            "import-1",
            "file.xes");
    feed.append(march(1), opened(CASE));
    var recorded = feed.append(march(2), stamp, objective(CASE, JUNE)).getFirst();

    JsonNode history = json(settled("/api/cases/C1/history"));

    assertThat(history.at("/total").asInt()).isEqualTo(2);
    assertThat(history.at("/rows/0/type").asString()).isEqualTo("CaseOpened");
    assertThat(history.at("/rows/0/data/household").asString()).isEqualTo("H-C1");
    JsonNode entry = history.at("/rows/1");
    assertThat(entry.at("/position").asLong()).isEqualTo(2);
    assertThat(entry.at("/version").asInt()).isEqualTo(1);
    assertThat(entry.at("/effectiveOn").asString()).isEqualTo("2026-03-02T10:00:00+01:00");
    assertThat(entry.at("/effectiveDay").asString()).isEqualTo("2026-03-02");
    assertThat(entry.at("/recordedAt").asString()).isEqualTo("2026-01-01T08:00:00Z");
    assertThat(entry.at("/actor/id").asString()).isEqualTo("ana");
    assertThat(entry.at("/actor/onBehalfOf").asString()).isEqualTo("ben");
    assertThat(entry.at("/actor/purpose").asString()).isEqualTo("CARE");
    assertThat(entry.at("/commandId").asString()).isEqualTo(stamp.commandId().toString());
    assertThat(entry.at("/commandName").asString()).isEqualTo("SetObjective");
    assertThat(entry.at("/correlation").asString()).isEqualTo("import-1");
    assertThat(entry.at("/provenance").asString()).isEqualTo("file.xes");
    assertThat(entry.at("/data/text").asString()).isEqualTo("a home of their own");
    assertThat(entry.at("/data/criteria/0").asString()).isEqualTo("lease signed");
    assertThat(entry.at("/data/dueOn").asString()).isEqualTo("2026-06-30");
    assertThat(entry.at("/hash").asString())
        .isEqualTo(HexFormat.of().formatHex(recorded.chainHash()));
    JsonNode page = json(get("/api/cases/C1/history?limit=1"));
    assertThat(page.at("/after").asLong()).isEqualTo(1);
    assertThat(json(get("/api/cases/C1/history?after=1")).at("/rows").size()).isEqualTo(1);
  }

  @Test
  void a_destroyed_key_shows_erased_and_the_rest_stays() throws Exception {
    accompany(CASE);
    keys.destroy(CASE, feed.head());

    JsonNode file = json(settled("/api/cases/C1"));
    assertThat(file.at("/objectives/0/text/erased").asBoolean()).isTrue();
    assertThat(file.at("/objectives/0/text/erasedAt").asString())
        .isEqualTo(MemoryKeys.DESTROYED_AT.toString());
    assertThat(file.at("/objectives/0/dueOn").asString()).isEqualTo("2026-06-30");
    JsonNode history = json(get("/api/cases/C1/history"));
    assertThat(history.at("/rows/3/data/text/erased").asBoolean()).isTrue();
    assertThat(history.at("/rows/3/data/criteria/1/erased").asBoolean()).isTrue();
  }

  @Test
  void an_unknown_key_is_an_error_not_an_erasure() throws Exception {
    accompany(CASE);
    keys.lose(CASE);

    assertProblem(settled("/api/cases/C1"), 500, "TEXT_UNREADABLE", "not an erasure");
    assertProblem(get("/api/cases/C1/history"), 500, "TEXT_UNREADABLE", "not an erasure");
    assertThat(get("/api/cases").statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_unknown_or_malformed_is_named() throws Exception {
    feed.append(march(1), opened(CASE));
    settled("/api/cases/C1");

    assertProblem(get("/api/cases/C9"), 404, "CASE_UNKNOWN", "C9");
    assertProblem(get("/api/cases/C9/history"), 404, "CASE_UNKNOWN", "C9");
    assertThat(get("/api/cases/a%00b").statusCode()).isEqualTo(400);
    assertProblem(get("/api/cases/" + "x".repeat(121)), 400, "ID_MALFORMED", "1 to 120");
    assertProblem(get("/api/cases/C1?at=2026-03-01"), 400, "PARAMETER_UNKNOWN", "asOf, on");
    assertProblem(get("/api/cases?refernt=ana"), 400, "PARAMETER_UNKNOWN", "'refernt'");
    assertProblem(get("/api/cases/C1/history?on=2026-03-01"), 400, "PARAMETER_UNKNOWN", "limit");
    assertProblem(get("/api/cases/C1?on=tomorrow"), 400, "PARAMETER_MALFORMED", "on 'tomorrow'");
    assertProblem(get("/api/cases/C1?on=1066-10-14"), 400, "DAY_OUT_OF_RANGE", "1900-01-01");
    assertProblem(get("/api/cases/C1?asOf=now"), 400, "DATE_MALFORMED", "asOf 'now'");
    assertProblem(get("/api/cases/C1?position=x"), 400, "POSITION_MALFORMED", "position 'x'");
    assertProblem(get("/api/cases/C1?position=other:1"), 400, "LEDGER_UNKNOWN", "other");
    assertProblem(get("/api/cases?limit=501"), 400, "PARAMETER_MALFORMED", "1 to 500");
    assertProblem(get("/api/cases?limit=0"), 400, "PARAMETER_MALFORMED", "1 to 500");
    assertProblem(get("/api/cases?limit=many"), 400, "PARAMETER_MALFORMED", "1 to 500");
    assertProblem(get("/api/cases?status=open"), 400, "PARAMETER_MALFORMED", "INTAKE, ACTIVE");
    assertProblem(get("/api/cases?due=%2B999999999-01-01"), 400, "DAY_OUT_OF_RANGE", "due");
    assertProblem(get("/api/cases?after=%21"), 400, "PARAMETER_MALFORMED", "cursor");
    assertProblem(get("/api/cases?team=ana%40example.org"), 400, "IDENTIFYING_ID", "team");
    assertProblem(get("/api/cases/C1/history?after=-1"), 400, "PARAMETER_MALFORMED", "after");
    assertProblem(get("/api/cases/C1/history?limit=5001"), 400, "PARAMETER_MALFORMED", "5000");
    assertProblem(
        get("/api/cases", "Jalon-Position", "later"), 400, "POSITION_MALFORMED", "main:4711");
  }

  @Test
  void an_answer_waits_for_the_position_asked_for_and_no_longer_than_five_seconds()
      throws Exception {
    feed.append(march(1), opened(CASE));
    assertThat(get("/api/cases/C1", "Jalon-Position", "main:1").statusCode()).isEqualTo(200);

    var late = get("/api/cases/C1", "Jalon-Position", "main:2");
    assertProblem(late, 504, "VIEW_BEHIND", "main:2");
  }

  @Test
  void the_view_is_rebuilt_on_request_one_at_a_time() throws Exception {
    accompany(CASE);
    String before = settled("/api/cases").body();
    assertThat(json(get("/api/cases/rebuild")).at("/state").asString()).isEqualTo("NONE");

    try (var reader = context.getBean(DatabaseAccess.class).owner().getConnection();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE jalon_main_query.fence IN ACCESS SHARE MODE");
      var begun = post("/api/cases/rebuild");
      assertThat(begun.statusCode()).isEqualTo(202);
      assertThat(json(begun).at("/state").asString()).isEqualTo("RUNNING");
      assertProblem(post("/api/cases/rebuild"), 409, "REBUILD_RUNNING", "cases");
      reader.rollback();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> json(get("/api/cases/rebuild")).at("/state").asString().equals("DONE"));

    assertThat(json(get("/api/cases/rebuild")).at("/position").asLong()).isEqualTo(feed.head());
    assertThat(settled("/api/cases").body()).isEqualTo(before);
    feed.append(march(21), opened(OTHER_CASE));
    assertThat(settled("/api/cases/C2").statusCode()).isEqualTo(200);
  }

  @Test
  void health_and_metrics_tell_how_far_behind_the_view_is() throws Exception {
    feed.append(march(1), opened(CASE));
    settled("/api/cases/C1");

    JsonNode health = json(get("/actuator/health"));
    assertThat(health.at("/components/caseView/status").asString()).isEqualTo("UP");
    assertThat(health.at("/components/caseView/details/lag").asLong()).isZero();
    assertThat(
            json(get("/actuator/metrics/jalon.view.lag?tag=view:cases"))
                .at("/measurements/0/value")
                .asInt())
        .isZero();
  }

  @Test
  void the_api_describes_itself() throws Exception {
    JsonNode api = json(get("/v3/api-docs"));

    assertThat(api.at("/paths").propertyNames())
        .contains("/api/cases", "/api/cases/{id}", "/api/cases/{id}/history", "/api/cases/rebuild");
    assertThat(api.at("/components/schemas/ShownText/oneOf").size()).isEqualTo(4);
  }

  @Test
  void pages_of_another_origin_cannot_read() throws Exception {
    assertProblem(
        get("/api/cases", "Origin", "https://example.org"),
        403,
        "ORIGIN_NOT_ALLOWED",
        "another origin");
  }

  @Test
  void no_text_is_kept_in_clear() throws Exception {
    accompany(CASE);
    feed.append(march(9), evaluated(CASE, Outcome.MET), intervention(CASE, "i1"), admitted(CASE));
    feed.append(march(10), ended(CASE), closed(CASE));
    settled("/api/cases/C1");

    try (var connection = context.getBean(DatabaseAccess.class).owner().getConnection();
        var statement = connection.createStatement()) {
      for (String table : List.of("entry", "case_row", "fence")) {
        for (String text : List.of("home of their own", "lease", "the flat", "nobody else")) {
          try (var found =
              statement.executeQuery(
                  """
                  SELECT count(*) FROM jalon_main_query.%1$s t
                  WHERE t::text LIKE '%%%2$s%%'
                    OR t::text LIKE '%%' || encode('%2$s', 'hex') || '%%'
                  """
                      .formatted(table, text))) {
            found.next();
            assertThat(found.getLong(1)).as("'%s' in %s", text, table).isZero();
          }
        }
      }
    }
  }
}
