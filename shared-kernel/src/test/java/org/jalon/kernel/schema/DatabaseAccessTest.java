package org.jalon.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jalon.kernel.LedgerId;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DatabaseAccessTest {

  private final ModuleSchema schema = new ModuleSchema(LedgerId.MAIN, "probe");
  private final DatabaseAccess access = access();

  @BeforeEach
  void a_server_that_answers_before_the_disk() throws SQLException {
    String database = ask(access.owner(), "SELECT current_database()");
    try (Connection connection = access.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE \"%s\" SET synchronous_commit = off".formatted(database));
    }
    schema.migrate(access.owner());
  }

  @Test
  void every_commit_is_on_disk_when_it_is_answered() throws SQLException {
    try (var pool = access.pool(schema, 1)) {
      assertThat(ask(pool, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(pool, "SHOW statement_timeout")).isEqualTo("30s");
    }
    assertThat(ask(access.owner(), "SHOW synchronous_commit")).isEqualTo("on");
  }

  @Test
  void no_answer_is_waited_for_without_end() throws SQLException {
    try (var pool = access.pool(schema, 1);
        Connection pooled = pool.getConnection();
        Connection owned = access.owner().getConnection()) {
      assertThat(pooled.getNetworkTimeout()).isEqualTo(40_000);
      assertThat(owned.getNetworkTimeout()).isEqualTo(600_000);
    }
  }

  private static DatabaseAccess access() {
    var database = ScratchPostgres.fresh();
    return new DatabaseAccess(database.url(), database.user(), database.password());
  }

  private static String ask(DataSource source, String question) throws SQLException {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
