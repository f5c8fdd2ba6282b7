package org.jalon.command;

import org.jalon.kernel.schema.ReleasedMigrations;
import org.junit.jupiter.api.Test;

class ReleasedMigrationsTest {

  @Test
  void the_migrations_of_the_ledger_are_those_released() {
    ReleasedMigrations.check("ledger");
  }
}
