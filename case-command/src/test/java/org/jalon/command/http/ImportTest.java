package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.http.WriteSideServer.BINARY;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.Purpose;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.Opener;
import org.jalon.kernel.wire.Resealed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Imports over HTTP, line by line. */
class ImportTest {

  private static final String XES = "/api/imports/xes?programme=permits";
  private static final String WORKFORCE = "/api/imports/workforce";
  private static final String HEADER = "professional,profession,team,territory,fte,from,to\n";

  @TempDir private static Path directory;
  private static WriteSideServer server;
  private long before;

  @BeforeAll
  static void start() {
    server = new WriteSideServer(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void remember() {
    before = server.head();
  }

  @Test
  void a_trace_becomes_a_case_with_its_history_and_says_where_it_comes_from() throws Exception {
    byte[] log =
        log(
            trace(
                "story-1",
                """
                <string key="responsible" value="Ana"/>
                <date key="startdate" value="2020-05-01T23:30:00+00:00"/>
                <date key="enddate" value="2020-06-01T10:00:00+02:00"/>
                """,
                act("Visit", "Ben", "2020-05-05T10:00:00+02:00")));
    Answer begun =
        server.post(XES, BINARY, log, "Jalon-Actor", "clerk-7", "Jalon-Purpose", "CONTINUITY");
    JsonNode report = server.ended("/api/imports/" + begun.body().get("id").stringValue());
    assertThat(report.get("skipped")).as(report.toString()).isEmpty();
    List<Recorded> facts = server.facts(before);
    assertThat(facts)
        .filteredOn(f -> !f.stamp().commandName().equals("ImportProgramme"))
        .extracting(f -> f.event().getClass().getSimpleName() + " " + f.day())
        .containsExactly(
            "CaseOpened 2020-05-02",
            "ReferentAssigned 2020-05-02",
            "AccompanimentStarted 2020-05-02",
            "InterventionRecorded 2020-05-05",
            "AccompanimentClosed 2020-06-01",
            "CaseClosed 2020-06-01");
    Recorded visit = only(facts, InterventionRecorded.class);
    var intervention = (InterventionRecorded) visit.event();
    assertThat(intervention.by()).hasToString("Ben");
    assertThat(intervention.act()).hasToString("Visit");
    assertThat(intervention.minutes()).isNull();
    assertThat(visit.stamp().effectiveOn()).isEqualTo("2020-05-05T10:00+02:00");
    assertThat(visit.stamp().actor().id()).hasToString("clerk-7");
    assertThat(visit.stamp().actor().purpose()).isEqualTo(Purpose.CONTINUITY);
    assertThat(visit.stamp().correlationId()).isEqualTo(report.get("id").stringValue());
    assertThat(visit.stamp().provenance()).matches("xes:[0-9a-f]{16}");
    assertThat(((CaseOpened) only(facts, CaseOpened.class).event()).household())
        .hasToString("xes:story-1");
    assertThat(
            ((AccompanimentStarted) only(facts, AccompanimentStarted.class).event()).formalised())
        .isFalse();
  }

  @Test
  void a_trace_without_end_stays_open_unless_its_last_event_closes_it() throws Exception {
    byte[] log = log(trace("open-1", "", act("Visit", "Ben", "2020-05-05T10:00:00+02:00")));
    server.imported(XES, BINARY, log);
    assertThat(types(before)).doesNotContain("CaseClosed").contains("ReferentAssigned");
    JsonNode closing = server.imported(XES + "&closeAtLastEvent=true", BINARY, log);
    assertThat(closing.get("recorded").intValue()).isEqualTo(2);
    assertThat(types(before)).contains("AccompanimentClosed", "CaseClosed");
  }

  @Test
  void a_trace_that_names_nobody_is_a_case_without_referent() throws Exception {
    byte[] log =
        log(
            trace(
                "nobody-1",
                "",
                "<event><date key=\"time:timestamp\" value=\"2020-05-05T10:00:00Z\"/></event>"));
    JsonNode report = server.imported(XES, BINARY, log);
    assertThat(types(before)).contains("CaseOpened", "AccompanimentStarted");
    assertThat(server.facts(before))
        .extracting(Recorded::event)
        .noneMatch(ReferentAssigned.class::isInstance)
        .noneMatch(InterventionRecorded.class::isInstance);
    assertThat(report.get("skipped").get(0).get("column").stringValue()).isEqualTo("org:resource");
  }

  @Test
  void bad_traces_are_told_and_do_not_stop_the_others() throws Exception {
    String long121 = "x".repeat(121);
    byte[] log =
        log(
            trace("good-1", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")),
            trace("good-2", "", act("Visit", "ben.doe@example.org", "2020-05-05T10:00:00Z")),
            trace(long121, "", act("Visit", "Ben", "2020-05-05T10:00:00Z")),
            trace("good-3", "", act("Visit", "Ben", "2999-05-05T10:00:00Z")),
            trace("good-4", "", act("Visit", "Ben", "2020-05-05T10:00:00")),
            trace("good-5", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    JsonNode report = server.imported(XES, BINARY, log);
    assertThat(report.get("state").stringValue()).isEqualTo("DONE");
    assertThat(report.get("read").intValue()).isEqualTo(6);
    assertThat(report.get("skippedTotal").intValue()).isEqualTo(4);
    assertThat(report.get("skipped").findValues("line")).extracting(JsonNode::intValue).isSorted();
    assertThat(report.get("skipped").findValuesAsString("reason"))
        .anySatisfy(r -> assertThat(r).contains("IDENTIFYING_ID", "good-2"))
        .anySatisfy(r -> assertThat(r).contains("ID_MALFORMED", "120"))
        .anySatisfy(r -> assertThat(r).contains("EFFECTIVE_IN_FUTURE", "2999-05-05"))
        .anySatisfy(r -> assertThat(r).contains("offset"));
    assertThat(report.toString()).doesNotContain("x".repeat(100));
    assertThat(server.facts(before).stream().filter(f -> f.event() instanceof CaseOpened))
        .hasSize(2);
  }

  @Test
  void a_case_of_another_programme_skips_the_trace() throws Exception {
    byte[] log = log(trace("twice-1", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    server.imported(XES, BINARY, log);
    JsonNode other = server.imported("/api/imports/xes?programme=elsewhere", BINARY, log);
    assertThat(other.get("skipped").get(0).get("reason").stringValue())
        .contains("OTHER_PROGRAMME", "permits");
  }

  @Test
  void pseudonyms_tell_nothing_and_stay_the_same() throws Exception {
    byte[] log = log(trace("secret-4711", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    server.imported(XES + "&pseudonymise=true", BINARY, log);
    List<Recorded> facts = server.facts(before);
    assertThat(facts.toString()).doesNotContain("secret-4711");
    assertThat(facts)
        .allSatisfy(
            fact ->
                assertThat(new String(fact.stored().clear(), StandardCharsets.UTF_8))
                    .doesNotContain("4711"));
    long head = server.head();
    assertThat(server.imported(XES + "&pseudonymise=true", BINARY, log).get("recorded").intValue())
        .isZero();
    assertThat(server.imported(XES, BINARY, log).get("skipped").get(0).get("reason").stringValue())
        .contains("pseudonymise");
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void the_number_behind_a_pseudonym_is_kept_under_the_key_of_its_case() throws Exception {
    byte[] log = log(trace("kept-0815", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    server.imported(XES + "&pseudonymise=true", BINARY, log);
    List<Recorded> facts = server.facts(before);
    var kept = (ForeignNumberKept) only(facts, ForeignNumberKept.class).event();
    var opened = (CaseOpened) only(facts, CaseOpened.class).event();
    assertThat(kept.caseId()).isEqualTo(opened.caseId());
    assertThat(facts.stream().map(f -> f.stamp().commandId())).doesNotHaveDuplicates();
    String key = server.keys.keyOf(kept.caseId()).id();
    assertThat(Opener.with(server.keys, Set.of(key), Resealed.NONE).open(kept.number()))
        .isEqualTo(new Narrative.Written("kept-0815"));
    long head = server.head();
    server.keys.destroy(kept.caseId(), head);
    assertThat(server.imported(XES + "&pseudonymise=true", BINARY, log).get("recorded").intValue())
        .isZero();
    assertThat(server.head()).isEqualTo(head);
  }

  @Test
  void a_trace_imported_under_its_name_has_no_number_beside_it() throws Exception {
    byte[] log = log(trace("plain-1", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    server.imported(XES, BINARY, log);
    assertThat(types(before)).contains("CaseOpened").doesNotContain("ForeignNumberKept");
  }

  @Test
  void workforce_lines_are_followed_and_bad_ones_told() throws Exception {
    String ben = "Ben2,AS,W1,North,1.0,2020-01-01,\n";
    JsonNode first =
        server.imported(
            WORKFORCE,
            "text/csv",
            bytes(
                HEADER
                    + "Ana2,AS,W1,North,0.8,2020-01-01,\n"
                    + "Ana2,AS,W2,North,0.4,2020-01-01,\n"
                    + ben
                    + ",AS,W1,North,0.5,2020-01-01,\n"
                    + "a.b@example.org,AS,W1,North,0.5,2020-01-01,\n"
                    + "Eva,AS,W1,South,0.5,2020-01-01,\n"));
    assertThat(first.get("skipped").findValuesAsString("line")).containsExactly("3", "6", "7");
    assertThat(first.get("skipped").findValuesAsString("reason"))
        .satisfiesExactly(
            r -> assertThat(r).startsWith("OVER_FULL_TIME").contains("1.2"),
            r -> assertThat(r).startsWith("IDENTIFYING_ID"),
            r -> assertThat(r).startsWith("TEAM_IN_OTHER_TERRITORY"));
    long head = server.head();
    JsonNode ended =
        server.imported(
            WORKFORCE,
            "text/csv",
            bytes(HEADER + "Ana2,AS,W1,North,0.8,2020-01-01,2020-12-31\n" + ben));
    assertThat(ended.get("recorded").intValue()).isEqualTo(1);
    assertThat(types(head)).containsExactly("PostVacated");
    JsonNode larger =
        server.imported(
            WORKFORCE,
            "text/csv",
            bytes(HEADER.replace(',', ';') + "Ana2;AS;W1;North;1,0;2020-01-01;2020-12-31\n"));
    assertThat(larger.get("recorded").intValue()).isEqualTo(2);
  }

  @Test
  void a_report_carries_the_position_for_readers_once_there_is_one() throws Exception {
    byte[] log = log(trace("position-1", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    Answer first = report(server.imported(XES, BINARY, log));
    assertThat(first.body().get("position").stringValue()).isEqualTo("main:" + server.head());
    assertThat(first.response().headers().allValues("Jalon-Position"))
        .containsExactly("main:" + server.head());
    Answer again = report(server.imported(XES, BINARY, log));
    assertThat(again.body().has("position")).isFalse();
    assertThat(again.response().headers().firstValue("Jalon-Position")).isEmpty();
  }

  private static Answer report(JsonNode imported) throws Exception {
    return server.get("/api/imports/" + imported.get("id").stringValue());
  }

  @Test
  void progress_is_told_as_server_sent_events_until_the_end() throws Exception {
    byte[] log = log(trace("progress-1", "", act("Visit", "Ben", "2020-05-05T10:00:00Z")));
    Answer begun = server.post(XES, BINARY, log);
    String place = "/api/imports/" + begun.body().get("id").stringValue();
    try (var stream = server.stream(place + "/progress")) {
      String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).contains("event:progress").contains("\"state\":\"DONE\"");
    }
  }

  @Test
  void the_ledger_verifies_and_can_be_taken_elsewhere() throws Exception {
    server.imported(
        XES, BINARY, log(trace("proof-1", "", act("Visit", "Ben", "2020-05-05T10:00:00Z"))));
    JsonNode all = server.get("/api/ledger/integrity").body();
    assertThat(all.get("verified").booleanValue()).isTrue();
    assertThat(all.get("head").stringValue()).isEqualTo("main:" + server.head());
    assertThat(all.get("to").longValue()).isEqualTo(server.head());
    assertThat(all.get("chainHash").stringValue()).matches("[0-9a-f]{64}");
    assertThat(server.get("/api/ledger/integrity?from=1&to=2").status()).isEqualTo(200);
    assertThat(server.get("/api/ledger/integrity?from=0").code())
        .isEqualTo("POSITION_OUT_OF_RANGE");
    assertThat(server.get("/api/ledger/integrity?from=9&to=2").code())
        .isEqualTo("POSITION_OUT_OF_RANGE");
    assertThat(server.get("/api/ledger/integrity?from=x").code()).isEqualTo("PARAMETER_MALFORMED");
    try (var export = server.stream("/api/ledger/export?sealed=false")) {
      assertThat(new String(export.readAllBytes(), StandardCharsets.UTF_8).lines().count())
          .isGreaterThan(server.head());
    }
  }

  private static List<String> types(long after) throws InterruptedException {
    return server.facts(after).stream().map(f -> f.event().getClass().getSimpleName()).toList();
  }

  private static Recorded only(List<Recorded> facts, Class<?> type) {
    return facts.stream().filter(f -> type.isInstance(f.event())).findFirst().orElseThrow();
  }

  private static byte[] log(String... traces) {
    return bytes("<log>\n" + String.join("", traces) + "</log>");
  }

  private static String trace(String name, String attributes, String events) {
    return "<trace>\n<string key=\"concept:name\" value=\"%s\"/>\n%s\n%s\n</trace>\n"
        .formatted(name, attributes, events);
  }

  private static String act(String name, String by, String at) {
    return """
    <event><string key="concept:name" value="%s"/><string key="org:resource" value="%s"/>
    <date key="time:timestamp" value="%s"/></event>
    """
        .formatted(name, by, at);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
