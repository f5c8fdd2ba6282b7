package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/** Free text is kept nowhere in clear, and is there for whoever may ask. */
class CanaryIT {

  private static final String CANARY = "Le canari jaune chante a minuit sous la lune rouge";
  private static final String IMPORT =
      "/api/imports/xes?programme=canary-numbers&pseudonymise=true";
  private static final String CLEAR = "canary-C1";

  private final RunningJalon jalon = SharedJalon.running();
  private final Service service = new Service(jalon, "canary");

  @Test
  void a_sentence_in_every_free_text_field_is_in_no_table_file_or_log() throws Exception {
    List<String> sentences = new ArrayList<>();
    String position = sendEverywhere(sentences);

    Answer file = jalon.getAt(position, "/api/cases/canary-C1");
    Answer second = jalon.getAt(position, "/api/cases/canary-C2");
    Answer numbered = jalon.getAt(position, "/api/cases/" + importedCase(position));
    Answer history = jalon.getAt(position, "/api/cases/canary-C1/history");
    assertThat(sentences).hasSize(9);
    assertThat(sentences)
        .allSatisfy(
            sentence ->
                assertThat(file.text() + second.text() + numbered.text()).contains(sentence));
    assertThat(numbered.json().path("foreignNumber").asString()).isEqualTo(sentences.getFirst());
    assertThat(history.text()).contains(CANARY);

    List<String> tables = new ArrayList<>();
    List<String> holding = new ArrayList<>();
    try (Connection connection = jalon.database()) {
      checkpoint(connection);
      for (String table : tables(connection)) {
        String dump = dump(connection, table);
        if (dump.contains(CLEAR) || dump.contains(hex(CLEAR))) {
          tables.add(table);
        }
        if (holdsCanary(dump)) {
          holding.add(table);
        }
      }
    }
    assertThat(tables)
        .as("tables that hold the clear id, to see that the search finds")
        .isNotEmpty();
    assertThat(holding).as("tables that hold the sentence").isEmpty();

    List<Path> files = filesWith(CLEAR);
    assertThat(files).as("files that hold the clear id, to see that the search finds").isNotEmpty();
    assertThat(filesWith(CANARY)).as("files that hold the sentence").isEmpty();
    assertThat(jalon.output()).doesNotContain(CANARY);
  }

  private String sendEverywhere(List<String> sentences) throws Exception {
    importsNumber(next(sentences));
    service.isSetUp();
    service.hires("PART", "AS", "0.04");
    service.opens("C1");
    service.does("ProposeAccompaniment", "{'caseId':'$-C1','effectiveOn':'2026-02-03'}");
    service.does("RecordAdhesion", "{'caseId':'$-C1','effectiveOn':'2026-02-03'}");
    service.does(
        "SetObjective",
        "{'caseId':'$-C1','objectiveId':'O1','text':'%s','criteria':['%s'],'dueOn':'2027-06-30','effectiveOn':'2026-02-03'}"
            .formatted(next(sentences), next(sentences)));
    service.does(
        "PlanDuration", "{'caseId':'$-C1','until':'2027-08-31','effectiveOn':'2026-02-03'}");
    service.does(
        "AssignReferent", "{'caseId':'$-C1','referent':'$-PART','effectiveOn':'2026-02-03'}");
    service.does("StartAccompaniment", "{'caseId':'$-C1','effectiveOn':'2026-02-03'}");
    service.does(
        "RecordIntervention",
        "{'caseId':'$-C1','interventionId':'I1','by':'$-PART','mode':'ACCOMPANIMENT','note':'%s','effectiveOn':'2026-02-04'}"
            .formatted(next(sentences)));
    service.does(
        "EvaluateObjective",
        "{'caseId':'$-C1','objectiveId':'O1','outcome':'MET','note':'%s','effectiveOn':'2026-02-05'}"
            .formatted(next(sentences)));
    service.opens("C2");
    service.does(
        "AssignReferent",
        "{'caseId':'$-C2','referent':'$-PART','override':{'reason':'%s','approvedBy':'$-HEAD'},'effectiveOn':'2026-02-05'}"
            .formatted(next(sentences)));
    refuse();
    service.does(
        "CloseAccompaniment",
        "{'caseId':'$-C1','reason':'OTHER','note':'%s','effectiveOn':'2026-02-06'}"
            .formatted(next(sentences)));
    service.does(
        "CloseCase",
        "{'caseId':'$-C1','reason':'OTHER','note':'%s','effectiveOn':'2026-02-07'}"
            .formatted(next(sentences)));
    return service
        .does(
            "CloseCase",
            "{'caseId':'$-C2','reason':'OTHER','note':'%s','effectiveOn':'2026-02-07'}"
                .formatted(next(sentences)))
        .position();
  }

  /** A case whose number elsewhere is the sentence, and once more: nothing is recorded then. */
  private void importsNumber(String sentence) throws Exception {
    String log =
        """
        <log><trace><string key="concept:name" value="%s"/>
        <date key="startdate" value="2026-02-02T09:00:00+01:00"/></trace></log>
        """
            .formatted(sentence);
    assertThat(imported(log).path("recorded").asInt()).isPositive();
    assertThat(imported(log).path("recorded").asInt(-1)).isZero();
  }

  private JsonNode imported(String log) throws Exception {
    Answer begun = jalon.post(IMPORT, "application/xml", log);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    String place = "/api/imports/" + begun.json().path("id").asString();
    JsonNode report =
        await()
            .until(
                () -> jalon.get(place).json(),
                it -> !it.path("state").asString().equals("RUNNING"));
    assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("DONE");
    return report;
  }

  private String importedCase(String position) throws Exception {
    JsonNode rows =
        jalon.getAt(position, "/api/cases?programme=canary-numbers").json().path("rows");
    assertThat(rows.size()).as(rows.toString()).isEqualTo(1);
    return rows.path(0).path("caseId").asString();
  }

  /** Refusals and malformed bodies with the sentence in them; a log must not quote them. */
  private void refuse() throws Exception {
    assertThat(
            service
                .asks(
                    "CloseCase", "{'caseId':'$-C9','reason':'OTHER','note':'%s'}".formatted(CANARY))
                .status())
        .isEqualTo(404);
    assertThat(jalon.command("CloseCase", "{\"note\":\"" + CANARY).status()).isEqualTo(400);
    assertThat(
            service.asks("CloseCase", "{'caseId':'$-C1','reason':'%s'}".formatted(CANARY)).status())
        .isEqualTo(400);
    assertThat(jalon.post("/api/commands/CloseCase", "text/csv", CANARY).status()).isEqualTo(415);
  }

  private static String next(List<String> sentences) {
    String sentence = CANARY + " " + sentences.size();
    sentences.add(sentence);
    return sentence;
  }

  private static boolean holdsCanary(String dump) {
    return dump.contains(CANARY)
        || dump.toLowerCase(Locale.ROOT).contains(hex(CANARY))
        || base64(CANARY).stream().anyMatch(dump::contains);
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is the same in base64 whatever comes before: one core for each of three places. */
  private static List<String> base64(String text) {
    List<String> cores = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] bytes = ("x".repeat(before) + text).getBytes(StandardCharsets.UTF_8);
      String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
      cores.add(encoded.substring(4, encoded.length() - 4));
    }
    return cores;
  }

  private static void checkpoint(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                WHERE schemaname <> 'information_schema'
                """)) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static String dump(Connection connection, String table) throws Exception {
    var bytes = new ByteArrayOutputStream();
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("COPY (SELECT * FROM %s) TO STDOUT".formatted(table), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<Path> filesWith(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    List<Path> holding = new ArrayList<>();
    try (var files = Files.walk(jalon.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (contains(file, new String(wanted, StandardCharsets.ISO_8859_1))) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  private static boolean contains(Path file, String wanted) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted);
    } catch (NoSuchFileException e) {
      return false; // PostgreSQL has removed it meanwhile
    }
  }
}
