package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Properties;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;

class LedgerConnectionsTest {

  @Test
  void everyCommitIsOnDiskWhenItIsAnswered() throws Exception {
    var database = ScratchPostgres.fresh();
    var properties = new Properties();
    properties.putAll(LedgerConnections.driverProperties());
    properties.put("user", database.user());
    properties.put("password", database.password());
    try (var before = DriverManager.getConnection(database.url(), properties);
        var statement = before.createStatement()) {
      statement.execute(
          "DO $$ BEGIN EXECUTE format("
              + "'ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$");
    }

    try (var connection = DriverManager.getConnection(database.url(), properties);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW synchronous_commit")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("on");
      assertThat(connection.getNetworkTimeout()).isEqualTo(65_000);
    }
  }
}
