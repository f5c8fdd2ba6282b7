package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;

/** A server that is there already is used instead of the embedded one. */
class ExistingDatabaseIT {

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
