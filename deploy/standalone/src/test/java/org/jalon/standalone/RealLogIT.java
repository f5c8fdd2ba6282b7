package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The real log through the running system: figures, repeats, a kill in the middle, rebuilds. */
class RealLogIT {

  private static final int CASES = 1_434;

  /**
   * Opening, referent, start, 8,577 interventions, two closures of each of 1,329, the programme.
   */
  private static final int FACTS_OF_LOG = 3 * CASES + 8_577 + 2 * 1_329 + 1;

  private static final Duration WHOLE_IMPORT = Duration.ofMinutes(2);

  @Test
  void its_caseload_is_the_expected_one_through_kill_restart_and_rebuild() throws Exception {
    Path files = Repository.data();
    Map<String, Integer> expected = expected(files.resolve("receipt-expected.csv"));
    Path data = RunningJalon.absent();
    String position;
    var notes = new ArrayList<String>();
    long before;
    try (var jalon = RunningJalon.on(data)) {
      String id = begin(jalon, "workforce", files.resolve("receipt-workforce.csv"));
      assertThat(end(jalon, id).path("state").asString()).isEqualTo("DONE");
      writes(jalon, "OpenCase", "'household':'h','programme':'polyvalence'");
      before = head(jalon);
      String log = begin(jalon, "xes?programme=receipt", files.resolve("receipt.xes.gz"));
      await("some of the log is recorded")
          .atMost(WHOLE_IMPORT)
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                notes.add(note(jalon, notes.size()));
                return report(jalon, log).path("recorded").asInt(0) > 100;
              });
      jalon.kill9();
    }
    try (var jalon = RunningJalon.on(data)) {
      JsonNode rest =
          end(jalon, begin(jalon, "xes?programme=receipt", files.resolve("receipt.xes.gz")));
      assertThat(rest.path("state").asString()).as(rest.toString()).isEqualTo("DONE");
      assertThat(rest.path("recorded").asLong()).as("what the kill had left to do").isPositive();
      JsonNode again =
          end(jalon, begin(jalon, "xes?programme=receipt", files.resolve("receipt.xes.gz")));
      assertThat(again.path("recorded").asLong(-1)).isZero();
      position = jalon.get("/api/ledger/integrity").json().path("head").asString();
      assertThat(jalon.getAt(position, "/api/cases?programme=receipt").json().path("total").asInt())
          .isEqualTo(CASES);
      assertThat(head(jalon)).as("nothing twice").isEqualTo(before + FACTS_OF_LOG + notes.size());
      assertThat(jalon.getAt(position, "/api/cases/mine").text())
          .as("every acknowledged narrative opens")
          .contains(notes);
      assertThat(caseload(jalon, position, expected)).isEqualTo(expected);
    }
    try (var jalon = RunningJalon.on(data)) {
      assertThat(caseload(jalon, position, expected)).isEqualTo(expected);
      Rebuilding.of(jalon, "/api/cases/rebuild");
      Rebuilding.of(jalon, "/api/workload/rebuild");
      assertThat(caseload(jalon, position, expected)).isEqualTo(expected);
      assertThat(jalon.get("/api/ledger/integrity").json().path("verified").asBoolean()).isTrue();
    }
  }

  private static String note(RunningJalon jalon, int number) throws Exception {
    String text = "note %d of what was done".formatted(number);
    writes(
        jalon,
        "RecordIntervention",
        "'interventionId':'i-%d','by':'ana','mode':'INTAKE','note':'%s'".formatted(number, text));
    return text;
  }

  private static void writes(RunningJalon jalon, String command, String fields) throws Exception {
    String body = "{'caseId':'mine',%s}".formatted(fields).replace('\'', '"');
    assertThat(jalon.command(command, body).status()).isEqualTo(200);
  }

  private static long head(RunningJalon jalon) throws Exception {
    String head = jalon.get("/api/ledger/integrity").json().path("head").asString();
    return Long.parseLong(head.substring(head.indexOf(':') + 1));
  }

  private static String begin(RunningJalon jalon, String kind, Path file) throws Exception {
    Answer begun = jalon.post("/api/imports/" + kind, "application/octet-stream", file);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    return begun.json().path("id").asString();
  }

  private static JsonNode end(RunningJalon jalon, String id) {
    return await("import " + id)
        .atMost(WHOLE_IMPORT)
        .until(
            () -> report(jalon, id), report -> !report.path("state").asString().equals("RUNNING"));
  }

  private static JsonNode report(RunningJalon jalon, String id) throws Exception {
    return jalon.get("/api/imports/" + id).json();
  }

  /** Cases by day and referent, as the file has them. */
  private static Map<String, Integer> expected(Path file) throws IOException {
    var expected = new TreeMap<String, Integer>();
    for (String line : Files.readAllLines(file)) {
      int comma = line.lastIndexOf(',');
      if (!line.startsWith("on,")) {
        expected.put(line.substring(0, comma), Integer.valueOf(line.substring(comma + 1)));
      }
    }
    return expected;
  }

  private static Map<String, Integer> caseload(
      RunningJalon jalon, String position, Map<String, Integer> expected) throws Exception {
    var days = new TreeSet<String>();
    expected.keySet().forEach(key -> days.add(key.substring(0, key.indexOf(','))));
    assertThat(days).hasSize(5);
    var found = new TreeMap<String, Integer>();
    for (String day : days) {
      Answer answer = jalon.getAt(position, "/api/workload/caseload?by=referent&on=" + day);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      for (JsonNode row : answer.json().path("rows")) {
        int cases = row.path("cases").asInt();
        if (cases > 0) {
          found.put(day + "," + row.path("scope").path("id").asString(), cases);
        }
      }
    }
    return found;
  }
}
