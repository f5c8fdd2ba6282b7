package org.jalon.kernel.schema;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class ReleasedMigrationsTest {

  @Test
  void the_migrations_of_the_keys_are_those_released() {
    ReleasedMigrations.check("keys");
  }

  @Test
  void a_changed_a_missing_and_a_new_migration_are_named() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ReleasedMigrations.check("sample"))
        .withMessageContaining("V1__changed.sql changed since its release")
        .withMessageContaining("V2__gone.sql was released and is missing")
        .withMessageContaining("V3__new.sql is new");
  }

  @Test
  void a_module_without_migrations_is_an_error() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ReleasedMigrations.check("nowhere"));
  }
}
