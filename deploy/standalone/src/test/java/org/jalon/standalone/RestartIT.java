package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was acknowledged is there after every end, and the figures are the same. */
class RestartIT {

  private static final List<String> FIGURES =
      List.of(
          "/api/workload/caseload?by=referent&on=2026-06-30",
          "/api/workload/caseload?by=team&on=2026-06-30",
          "/api/workload/caseload?by=territory&on=2026-06-30",
          "/api/workload/caseload?by=profession&on=2026-06-30",
          "/api/cases",
          "/api/cases/keep-C1?on=2026-06-30",
          "/api/cases/keep-C1/history",
          "/api/ledger/integrity");

  @Test
  void figures_are_the_same_after_a_stop_a_kill_and_the_rebuilding_of_both_views()
      throws Exception {
    var data = RunningJalon.absent();
    Map<String, JsonNode> before;
    String position;
    try (var jalon = RunningJalon.on(data)) {
      position = casework(new Service(jalon, "keep"));
      before = figures(jalon, position);
      assertThat(jalon.get("/api/cases").json().path("total").asInt()).isEqualTo(3);
      List<Long> children = jalon.children();
      assertThat(children).isNotEmpty();
      long began = System.nanoTime();
      assertThat(jalon.stop()).isIn(0, 130, 143);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
      await("the server and all it started are gone")
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(children).noneMatch(RestartIT::runs));
    }
    try (var jalon = RunningJalon.on(data)) {
      assertThat(figures(jalon, position)).isEqualTo(before);
      Rebuilding.of(jalon, "/api/cases/rebuild");
      Rebuilding.of(jalon, "/api/workload/rebuild");
      assertThat(figures(jalon, position)).isEqualTo(before);
      position = new Service(jalon, "keep").opens("C4").position();
      jalon.kill9();
    }
    try (var jalon = RunningJalon.on(data)) {
      assertThat(jalon.getAt(position, "/api/cases/keep-C4").status()).isEqualTo(200);
      assertThat(jalon.getAt(position, "/api/cases").json().path("total").asInt()).isEqualTo(4);
      assertThat(jalon.get("/api/ledger/integrity").json().path("verified").asBoolean(false))
          .isTrue();
    }
  }

  /** What has ended and only waits to be looked after by its parent has no command any more. */
  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
  }

  private static String casework(Service service) throws Exception {
    service.isSetUp();
    service.opens("C1");
    service.opens("C2");
    service.opens("C3");
    service.assigns("C1", "ANA");
    service.assigns("C2", "ANA");
    return service
        .does(
            "RecordIntervention",
            "{'caseId':'$-C1','interventionId':'I1','by':'$-ANA','mode':'INTAKE','minutes':30,'note':'came"
                + " by'}")
        .position();
  }

  private static Map<String, JsonNode> figures(RunningJalon jalon, String position)
      throws Exception {
    var figures = new TreeMap<String, JsonNode>();
    for (String path : FIGURES) {
      Answer answer = jalon.getAt(position, path);
      assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
      JsonNode body = answer.json();
      if (body instanceof tools.jackson.databind.node.ObjectNode object) {
        object.remove("asOf");
        object.remove("reason"); // of the integrity: stopping signs one more checkpoint to be met
        object.path("rows").forEach(RestartIT::withoutTheMomentOfAsking);
      }
      figures.put(path, body);
    }
    return figures;
  }

  private static void withoutTheMomentOfAsking(JsonNode row) {
    if (row instanceof tools.jackson.databind.node.ObjectNode object) {
      object.remove("asOf");
    }
  }
}
