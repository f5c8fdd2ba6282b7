package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class ScratchPostgresTest {

  @Test
  void every_fresh_database_is_another_one_and_empty() throws SQLException {
    try (var one = ScratchPostgres.freshDatabase().getConnection();
        var other = ScratchPostgres.freshDatabase().getConnection();
        var statement = one.createStatement()) {
      statement.execute("CREATE TABLE t (n int)");

      assertThat(one.getCatalog()).isNotEqualTo(other.getCatalog());
      try (var tables = other.getMetaData().getTables(null, "public", "%", null)) {
        assertThat(tables.next()).isFalse();
      }
    }
  }
}
