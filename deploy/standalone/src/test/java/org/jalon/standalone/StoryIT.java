package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A case from its opening to the caseload, over HTTP. */
class StoryIT {

  private static final int CEILING = 25;
  private static final int RACING = 200;

  private final RunningJalon jalon = SharedJalon.running();

  @BeforeAll
  static void it_is_up() {
    assertThat(SharedJalon.running().output()).contains("is up after");
  }

  @Test
  void a_case_passes_the_gate_once_it_is_formalised() throws Exception {
    var service = new Service(jalon, "gate");
    service.isSetUp();
    service.opens("C1");

    Answer refused = service.on("StartAccompaniment", "C1", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.code()).isEqualTo("NOT_FORMALISED");
    assertThat(refused.json().path("violations").valueStream().map(v -> v.path("code").asString()))
        .contains("ADHESION_MISSING", "OBJECTIVE_MISSING", "DURATION_MISSING", "REFERENT_MISSING");

    service.does("ProposeAccompaniment", "{'caseId':'$-C1','effectiveOn':'2026-02-03'}");
    service.does("RecordAdhesion", "{'caseId':'$-C1','effectiveOn':'2026-02-04'}");
    service.does(
        "SetObjective",
        "{'caseId':'$-C1','objectiveId':'O1','text':'a roof','criteria':['a"
            + " lease'],'dueOn':'2027-06-30','effectiveOn':'2026-02-05'}");
    service.does(
        "PlanDuration", "{'caseId':'$-C1','until':'2027-08-31','effectiveOn':'2026-02-05'}");
    service.does(
        "AssignReferent", "{'caseId':'$-C1','referent':'$-ANA','effectiveOn':'2026-02-05'}");
    Answer started =
        service.does("StartAccompaniment", "{'caseId':'$-C1','effectiveOn':'2026-02-06'}");

    JsonNode file = jalon.getAt(started.position(), "/api/cases/gate-C1").json();
    assertThat(file.path("status").asString()).isEqualTo("ACTIVE");
    assertThat(file.path("referent").asString()).isEqualTo("gate-ANA");
    JsonNode row =
        jalon
            .getAt(started.position(), "/api/workload/caseload?by=referent")
            .json()
            .path("rows")
            .valueStream()
            .filter(one -> one.path("scope").path("id").asString().equals("gate-ANA"))
            .findFirst()
            .orElseThrow();
    assertThat(row.path("cases").asInt()).isEqualTo(1);
    assertThat(row.path("perFte").path("holders").asDouble()).isEqualTo(1.0);
  }

  @Test
  void a_command_repeated_under_its_id_records_once() throws Exception {
    String body =
        "{'commandId':'7f1c2a34-0000-4000-8000-00000000c0de','caseId':'$-C1','household':'$-H1','programme':'polyvalence'}";
    var service = new Service(jalon, "repeat");
    Answer first = service.does("OpenCase", body);
    Answer second = service.does("OpenCase", body);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(service.asks("OpenCase", body.replace("$-H1", "$-H2")).code())
        .isEqualTo("COMMAND_ID_REUSED");
  }

  @Test
  void of_200_racing_for_one_referent_exactly_the_ceiling_is_admitted() throws Exception {
    var service = new Service(jalon, "race");
    service.isSetUp();
    List<Callable<Answer>> racing = new ArrayList<>();
    for (int n = 0; n < RACING; n++) {
      String caseId = "C" + n;
      service.opens(caseId);
      racing.add(() -> service.assigns(caseId, "ANA"));
    }

    var statuses = new ArrayList<Integer>();
    var positions = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(racing)) {
        statuses.add(answer.get().status());
        if (answer.get().status() == 200) {
          positions.add(answer.get().position());
        } else if (answer.get().status() == 422) {
          assertThat(answer.get().code()).isEqualTo("CASELOAD_CEILING_REACHED");
        }
      }
    }

    assertThat(statuses).containsOnly(200, 422);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(CEILING);
    String last =
        positions.stream().max(java.util.Comparator.comparingLong(StoryIT::number)).orElseThrow();
    JsonNode list = jalon.getAt(last, "/api/cases?referent=race-ANA").json();
    assertThat(list.path("total").asInt()).isEqualTo(CEILING);
  }

  private static long number(String position) {
    return Long.parseLong(position.substring(position.indexOf(':') + 1));
  }
}
