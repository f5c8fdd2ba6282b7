package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.schema.RoleDataSource;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbcKeyStoreTest extends KeyStoreContract {

  private static final ModuleSchema SCHEMA = new ModuleSchema(LedgerId.MAIN, "keys");
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final DataSource OWNER = ScratchPostgres.freshDatabase();

  private final DataSource database = new RoleDataSource(OWNER, SCHEMA);
  private final Path directory;
  private final Path file;
  private final JdbcKeyStore keys;

  JdbcKeyStoreTest(@TempDir Path directory) {
    this.directory = directory;
    file = directory.resolve("wrapping.key");
    SCHEMA.drop(OWNER);
    SCHEMA.migrate(OWNER);
    keys = JdbcKeyStore.open(database, file);
  }

  @Override
  KeyStore keys() {
    return keys;
  }

  @Test
  void a_case_keeps_its_key() {
    SubjectKey key = keys.keyOf(CASE);

    assertThat(keys.keyOf(CASE).id()).isEqualTo(key.id());
    assertThat(keys.keyOf(new CaseId("c-2")).id()).isNotEqualTo(key.id());
    assertThat(JdbcKeyStore.open(database, file).keyOf(CASE).secret()).isEqualTo(key.secret());
  }

  @Test
  void a_key_is_committed_before_it_is_handed_out() {
    var pool = new RoleDataSource(OWNER, SCHEMA, false);

    SubjectKey key = JdbcKeyStore.open(pool, file).keyOf(CASE);

    assertThat(keys.states(List.of(key.id()))).containsKey(key.id());
  }

  @Test
  void a_key_destroyed_by_an_operator_is_dead_at_once() throws SQLException {
    String id = keys.keyOf(CASE).id();

    sql(OWNER, "SELECT jalon_main_keys.destroy_keys('case:c-1', 7)");

    assertThat(keys.states(List.of(id)).get(id)).isInstanceOf(KeyStore.Destroyed.class);
  }

  @Test
  void the_first_mark_of_a_secret_stands_for_ever() {
    String first = "0a".repeat(32);
    String second = "0b".repeat(32);

    assertThat(keys.markOf("import.key")).isEmpty();
    assertThat(keys.leaveMark("import.key", first)).isEqualTo(first);
    assertThat(keys.leaveMark("import.key", second)).isEqualTo(first);

    assertThat(JdbcKeyStore.open(database, file).markOf("import.key")).contains(first);
    assertThat(keys.markOf("other.key")).isEmpty();
    for (String change : List.of("UPDATE key_mark SET mark = mark", "DELETE FROM key_mark")) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> sql(database, change))
          .extracting(SQLException::getSQLState)
          .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM subject_key",
        "TRUNCATE subject_key",
        "UPDATE subject_key SET wrapped = NULL",
        "UPDATE subject_key SET wrapped = '\\x00'",
        "UPDATE subject_key SET subject = 'case:other'",
        "UPDATE subject_key SET destroyed_at = now(), destroyed_at_position = 1",
        "UPDATE subject_key SET retired_at = NULL",
        "INSERT INTO subject_key (key_id, destroyed_at) VALUES ('x', now())",
        "CREATE TABLE mine (n int)"
      })
  void the_role_may_read_add_and_destroy_only(String statement) {
    keys.keyOf(CASE);

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> sql(database, statement))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  @Test
  void secrets_lie_in_the_database_wrapped() throws SQLException {
    SubjectKey key = keys.keyOf(CASE);

    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT wrapped FROM subject_key")) {
      assertThat(row.next()).isTrue();
      byte[] wrapped = row.getBytes(1);
      assertThat(wrapped).hasSize(12 + 32 + 16);
      assertThat(HexFormat.of().formatHex(wrapped))
          .doesNotContain(HexFormat.of().formatHex(key.secret()));
    }
  }

  @Test
  void a_wrapped_secret_moved_to_another_case_does_not_open() throws SQLException {
    keys.keyOf(CASE);
    sql(OWNER, "UPDATE jalon_main_keys.subject_key SET subject = 'case:other'");

    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> keys.keyOf(new CaseId("other")))
        .withMessageContaining("altered or moved");
  }

  @Test
  void a_missing_file_is_not_made_anew_while_secrets_need_it() throws IOException {
    keys.keyOf(CASE);
    Files.delete(file);

    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> JdbcKeyStore.open(database, file))
        .withMessageContaining(file.toString())
        .withMessageContaining("restore the file from its backup");
    assertThat(file).doesNotExist();
  }

  @Test
  void another_wrapping_key_is_refused_while_secrets_need_the_first() {
    keys.keyOf(CASE);
    Path other = directory.resolve("other.key");
    WrappingKey.readOrCreate(other);

    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> JdbcKeyStore.open(database, other))
        .withMessageContaining(other.toString())
        .withMessageContaining("restore");
  }

  @Test
  void a_database_that_is_away_is_named() throws SQLException {
    sql(OWNER, "ALTER TABLE jalon_main_keys.subject_key RENAME TO elsewhere");

    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> keys.keyOf(CASE))
        .withMessageContaining("subject_key");
  }

  private static void sql(DataSource source, String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
