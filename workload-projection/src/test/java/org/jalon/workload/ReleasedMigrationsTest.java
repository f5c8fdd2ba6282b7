package org.jalon.workload;

import org.jalon.kernel.schema.ReleasedMigrations;
import org.junit.jupiter.api.Test;

class ReleasedMigrationsTest {

  @Test
  void the_migrations_of_the_workload_are_those_released() {
    ReleasedMigrations.check("workload");
  }
}
