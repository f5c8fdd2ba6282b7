package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jalon.postgres.TestServer;
import org.jalon.postgres.Wire;
import org.junit.jupiter.api.Test;

/** The server is lost, and the standby that takes its place is a hundred commands behind. */
class FailoverIT {

  private static final Duration SOON = Duration.ofSeconds(40);

  @Test
  void views_stop_until_they_are_rebuilt_and_no_command_is_recorded_twice() throws Exception {
    try (var primary = TestServer.fresh();
        var standby = primary.standby();
        var wire = new Wire(primary.port());
        var jalon = RunningJalon.on(RunningJalon.absent(), environment(primary, wire))) {
      var service = new Service(jalon, "fo");
      service.isSetUp();
      UUID kept = UUID.randomUUID();
      String keptAt = opens(jalon, "kept", kept).position();
      fallsBehind(primary, standby);
      Map<String, UUID> lost = new HashMap<>();
      String last = "";
      for (int i = 0; i < 100; i++) {
        UUID id = UUID.randomUUID();
        lost.put("lost" + i, id);
        last = opens(jalon, "lost" + i, id).position();
      }
      assertThat(jalon.getAt(last, "/api/cases/lost99").status()).isEqualTo(200);
      assertThat(jalon.getAt(last, "/api/workload/caseload?by=team").status()).isEqualTo(200);

      primary.kill();
      assertThat(jalon.command("OpenCase", opening("away", UUID.randomUUID())).status())
          .isIn(503, 504);
      standby.ask("SELECT pg_promote(true, 30)");
      wire.leadTo(standby.port());

      assertThatItSaysSo(jalon, last);
      assertThat(opens(jalon, "kept", kept).position()).isEqualTo(keptAt);
      for (var one : lost.entrySet()) {
        String anew = opens(jalon, one.getKey(), one.getValue()).position();
        assertThat(opens(jalon, one.getKey(), one.getValue()).position()).isEqualTo(anew);
      }
      Rebuilding.of(jalon, "/api/cases/rebuild");
      Rebuilding.of(jalon, "/api/workload/rebuild");
      String now = opens(jalon, "new", UUID.randomUUID()).position();
      assertThat(jalon.getAt(now, "/api/cases/lost99").status()).isEqualTo(200);
      assertThat(jalon.getAt(now, "/api/workload/caseload?by=team").status()).isEqualTo(200);
      assertThat(
              standby.ask(
                  "SELECT count(*) FROM jalon_main_ledger.event WHERE type = 'CaseOpened#1'"))
          .isEqualTo("102");
    }
  }

  /** Views that rest on what is gone answer nothing, and health tells why. */
  private static void assertThatItSaysSo(RunningJalon jalon, String last) {
    for (String path : new String[] {"/api/cases", "/api/workload/caseload?by=team"}) {
      await(path)
          .atMost(SOON)
          .until(() -> jalon.get(path), answer -> answer.text().contains("HISTORY_FORKED"));
      await(path)
          .atMost(SOON)
          .untilAsserted(() -> assertThat(jalon.getAt(last, path).status()).isEqualTo(503));
    }
    await("health").atMost(SOON).until(() -> jalon.get("/actuator/health").status() == 503);
    assertThat(jalon.output()).contains("HISTORY_FORKED", "positions ");
  }

  private static void fallsBehind(TestServer primary, TestServer standby) throws Exception {
    String written = primary.ask("SELECT pg_current_wal_flush_lsn()");
    await()
        .atMost(SOON)
        .until(
            () ->
                standby
                    .ask("SELECT pg_last_wal_replay_lsn() >= '%s'".formatted(written))
                    .equals("t"));
    standby.ask("ALTER SYSTEM SET primary_conninfo = ''");
    standby.ask("SELECT pg_reload_conf()");
    await()
        .atMost(SOON)
        .until(() -> standby.ask("SELECT count(*) FROM pg_stat_wal_receiver").equals("0"));
  }

  /** Sends the command until it is accepted, as a careful client does. */
  private static Answer opens(RunningJalon jalon, String caseId, UUID commandId) {
    return await(caseId)
        .atMost(SOON)
        .until(
            () -> jalon.command("OpenCase", opening(caseId, commandId)),
            answer -> answer.status() == 200);
  }

  private static String opening(String caseId, UUID commandId) {
    return "{\"commandId\": \"%s\", \"caseId\": \"%s\", \"household\": \"h-%2$s\", \"programme\": \"polyvalence\", \"effectiveOn\": \"2026-02-02\"}"
        .formatted(commandId, caseId);
  }

  private static Map<String, String> environment(TestServer primary, Wire wire) {
    var database = primary.at(wire.port());
    return Map.of(
        "JALON_DATABASE_URL", database.url(),
        "JALON_DATABASE_USER", database.user(),
        "JALON_DATABASE_PASSWORD", database.password());
  }
}
