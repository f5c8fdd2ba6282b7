package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A destroyed key erases texts and nothing else; a lost key is a fault, not an erasure. */
class ErasureIT {

  private static final String TEXT = "ein eigenes Dach";
  private static final String FIGURES = "/api/workload/caseload?by=team&on=2026-03-01";

  private final RunningJalon jalon = SharedJalon.running();
  private final Service service = new Service(jalon, "erasure");

  @Test
  void a_destroyed_key_leaves_figures_history_and_proof_whole() throws Exception {
    service.isSetUp();
    String position = accompanied("C1");
    JsonNode figuresBefore = rows(position);
    assertThat(jalon.getAt(position, "/api/cases/erasure-C1").text()).contains(TEXT);

    sql("SELECT jalon_main_keys.destroy_keys('case:erasure-C1', 1)");

    JsonNode objective =
        jalon.getAt(position, "/api/cases/erasure-C1").json().path("objectives").path(0);
    assertThat(objective.path("text").path("erased").asBoolean()).isTrue();
    Answer history = jalon.getAt(position, "/api/cases/erasure-C1/history");
    assertThat(history.json().path("total").asInt()).isEqualTo(7);
    assertThat(history.text()).contains("erased").doesNotContain(TEXT);
    assertThat(rows(position)).isEqualTo(figuresBefore);
    assertThat(jalon.get("/api/ledger/integrity").json().path("verified").asBoolean()).isTrue();
  }

  @Test
  void a_lost_key_is_a_fault() throws Exception {
    service.asks("CreateTerritory", "{'territoryId':'$-T','label':'North'}");
    String id = "{'caseId':'$-L1','household':'$-HL1','programme':'polyvalence'}";
    service.does("OpenCase", id);
    String position =
        service
            .does(
                "SetObjective",
                "{'caseId':'$-L1','objectiveId':'O','text':'%s','criteria':['x'],'dueOn':'2027-01-01'}"
                    .formatted(TEXT))
            .position();

    sql("DELETE FROM jalon_main_keys.subject_key WHERE subject = 'case:erasure-L1'");

    Answer file = jalon.getAt(position, "/api/cases/erasure-L1");
    assertThat(file.status()).isEqualTo(500);
    assertThat(file.code()).isEqualTo("TEXT_UNREADABLE");
    assertThat(file.text()).doesNotContain("erased");
  }

  @Test
  void an_export_without_sealed_bytes_verifies_on_the_jdk_alone() throws Exception {
    service.asks("OpenCase", "{'caseId':'$-X1','household':'$-HX1','programme':'polyvalence'}");
    service.does(
        "SetObjective",
        "{'caseId':'$-X1','objectiveId':'O','text':'%s','criteria':['x'],'dueOn':'2027-01-01'}"
            .formatted(TEXT));
    Path export = Files.createTempFile(Path.of("target"), "export-", ".jsonl");
    Files.writeString(export, jalon.get("/api/ledger/export?sealed=false").text());

    assertThat(verifier(export)).startsWith("0 ");
    String altered = Files.readString(export).replaceFirst("\"position\":1,", "\"position\":2,");
    Files.writeString(export, altered);
    assertThat(verifier(export)).startsWith("1 ");
  }

  /** Opened, formalised and started: seven facts. */
  private String accompanied(String caseId) throws Exception {
    service.opens(caseId);
    service.does("ProposeAccompaniment", on(caseId, ""));
    service.does("RecordAdhesion", on(caseId, ""));
    service.does(
        "SetObjective",
        on(
            caseId,
            ",'objectiveId':'O1','text':'%s','criteria':['%s'],'dueOn':'2027-06-30'"
                .formatted(TEXT, TEXT)));
    service.does("PlanDuration", on(caseId, ",'until':'2027-08-31'"));
    service.does("AssignReferent", on(caseId, ",'referent':'$-ANA'"));
    return service.does("StartAccompaniment", on(caseId, "")).position();
  }

  private static String on(String caseId, String more) {
    return "{'caseId':'$-%s','effectiveOn':'2026-02-03'%s}".formatted(caseId, more);
  }

  private JsonNode rows(String position) throws Exception {
    JsonNode rows = jalon.getAt(position, FIGURES).json().path("rows");
    rows.forEach(row -> ((ObjectNode) row).remove("asOf"));
    return rows;
  }

  private void sql(String statement) throws Exception {
    try (Connection database = jalon.database();
        var run = database.createStatement()) {
      run.execute(statement);
    }
  }

  /** Runs the verifier from the classes of case-command with nothing else on the class path. */
  private static String verifier(Path export) throws Exception {
    Path classes = Repository.root().resolve("case-command/target/classes");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classes.toString(),
                    "org.jalon.command.ledger.LedgerVerifier",
                    export.toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + output;
  }
}
