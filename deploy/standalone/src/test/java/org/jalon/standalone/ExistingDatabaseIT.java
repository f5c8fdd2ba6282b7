package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server that is there already is used instead of the embedded one. */
class ExistingDatabaseIT {

  @Test
  void imports_go_on_only_with_the_keys_that_they_were_made_with() throws Exception {
    ScratchDatabase database = ScratchPostgres.fresh();
    var environment =
        Map.of(
            "JALON_DATABASE_URL", database.url(),
            "JALON_DATABASE_USER", database.user(),
            "JALON_DATABASE_PASSWORD", database.password());
    Path data = RunningJalon.absent();
    try (var jalon = RunningJalon.on(data, environment)) {
      assertThat(imported(jalon).path("recorded").asInt()).isPositive();
    }
    Path other = RunningJalon.absent();
    try (var jalon = RunningJalon.launch(other, RunningJalon.freePort(), environment)) {
      assertThat(jalon.end()).isNotZero();
      assertThat(jalon.output())
          .contains(other.resolve("keys").resolve("import.key").toString(), "copy")
          .doesNotContain("\tat ");
    }
    assertThat(other.resolve("keys").resolve("import.key")).doesNotExist();
    Files.createDirectories(other.resolve("keys"));
    Files.copy(
        data.resolve("keys").resolve("import.key"), other.resolve("keys").resolve("import.key"));
    try (var jalon = RunningJalon.on(other, environment)) {
      assertThat(imported(jalon).path("recorded").asInt(-1)).isZero();
    }
  }

  private static JsonNode imported(RunningJalon jalon) throws Exception {
    String log =
        """
        <log><trace><string key="concept:name" value="only-1"/>
        <date key="startdate" value="2026-02-02T09:00:00+01:00"/></trace></log>
        """;
    Answer begun = jalon.post("/api/imports/xes?programme=permits", "application/xml", log);
    String place = "/api/imports/" + begun.json().path("id").asString();
    JsonNode report =
        await()
            .until(
                () -> jalon.get(place).json(),
                it -> !it.path("state").asString().equals("RUNNING"));
    assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("DONE");
    return report;
  }

  @Test
  void casework_goes_to_the_server_named() throws Exception {
    ScratchDatabase database = ScratchPostgres.fresh();
    var environment =
        Map.of(
            "JALON_DATABASE_URL", database.url(),
            "JALON_DATABASE_USER", database.user(),
            "JALON_DATABASE_PASSWORD", database.password());
    try (var jalon = RunningJalon.on(RunningJalon.absent(), environment)) {
      var service = new Service(jalon, "there");
      service.isSetUp();
      String position = service.opens("C1").position();
      assertThat(jalon.getAt(position, "/api/cases/there-C1").status()).isEqualTo(200);
      assertThat(jalon.output()).contains(database.url()).doesNotContain(database.password());
      assertThat(Files.exists(jalon.data().resolve("postgres"))).isFalse();
      assertThat(jalon.children()).isEmpty();
    }
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM jalon_main_ledger.event")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(7);
    }
  }
}
