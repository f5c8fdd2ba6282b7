package org.jalon.standalone;

import com.zaxxer.hikari.HikariDataSource;
import org.jalon.command.CommandConfiguration;
import org.jalon.command.wiring.DataDirectory;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.JdbcKeyStore;
import org.jalon.query.wiring.QueryConfiguration;
import org.jalon.workload.wiring.WorkloadConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The three services over one database, each from its own configuration. */
@Configuration(proxyBeanMethods = false)
@Import({
  WebConfiguration.class,
  ServerConfiguration.class,
  PageConfiguration.class,
  CommandConfiguration.class,
  QueryConfiguration.class,
  WorkloadConfiguration.class
})
class StandaloneConfiguration {

  private static final int KEY_CONNECTIONS = 4;

  @Bean
  DataDirectory dataDirectory(Surroundings surroundings) {
    return Home.at(surroundings.data());
  }

  @Bean
  Database database(DatabaseOnItsWay onItsWay) {
    return onItsWay.arrived();
  }

  @Bean
  DatabaseAccess databaseAccess(Database database) {
    return database.access();
  }

  @Bean
  LedgerId ledgerId() {
    return LedgerId.MAIN;
  }

  @Bean
  HikariDataSource keyDatabase(DatabaseAccess access, LedgerId ledger) {
    var schema = new ModuleSchema(ledger, "keys");
    schema.migrate(access.owner());
    return access.pool(schema, KEY_CONNECTIONS);
  }

  @Bean
  JdbcKeyStore keyStore(HikariDataSource keyDatabase, DataDirectory directory) {
    return JdbcKeyStore.open(keyDatabase, directory.keys().resolve("wrapping.key"));
  }
}
