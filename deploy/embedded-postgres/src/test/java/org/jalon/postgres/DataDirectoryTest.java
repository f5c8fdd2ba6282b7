package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {

  private static final int NOBODY = 65_534;

  private Path data = ScratchDirectory.absent();

  @AfterEach
  void clean() throws IOException {
    ScratchDirectory.delete(data);
  }

  @Test
  void a_first_start_makes_the_directory_and_what_holds_it(@TempDir Path home) {
    Path deep = home.resolve("one/two/data");
    try (var server = EmbeddedPostgres.start(deep)) {
      assertThat(server.dataDirectory()).isEqualTo(deep).isDirectory();
      assertThat(server.jdbcUrl())
          .isEqualTo("jdbc:postgresql://127.0.0.1:%d/jalon".formatted(server.port()));
    }
  }

  @Test
  void programs_of_another_user_are_not_run(@TempDir Path home) throws IOException {
    assumeThat(HostUser.current().id()).as("only root can give a directory away").isZero();
    EmbeddedPostgres.start(home.resolve("data")).close();
    try (var beside = Files.newDirectoryStream(home, "postgresql-*")) {
      Files.setAttribute(beside.iterator().next(), "unix:uid", NOBODY);
    }
    assertThatThrownBy(() -> EmbeddedPostgres.start(home.resolve("data")))
        .isInstanceOf(CannotStartPostgres.class)
        .hasMessageContainingAll("the programs in", "belong to user", "JALON_DATA");
  }

  @Test
  void an_empty_directory_is_as_good_as_none() throws IOException {
    Files.createDirectories(data);
    EmbeddedPostgres.start(data).close();
    assertThat(data.resolve("PG_VERSION")).exists();
  }

  @Test
  void a_directory_with_other_things_in_it_is_left_alone() throws IOException {
    Path letter = Files.createDirectories(data).resolve("letter.txt");
    Files.writeString(letter, "dear");
    refused("%s holds files but no database of Jalon".formatted(data), "JALON_DATA");
    assertThat(data).isDirectoryContaining(letter::equals);
    try (var entries = Files.list(data)) {
      assertThat(entries).containsExactly(letter);
    }
  }

  @Test
  void a_directory_of_another_version_is_left_alone() throws IOException {
    data = ScratchDirectory.used();
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    refused("is of PostgreSQL 17 and this Jalon brings PostgreSQL 18", "pg_upgrade");
  }

  @Test
  void a_directory_of_another_user_is_left_alone() throws IOException {
    assumeThat(HostUser.current().id()).as("only root can give a directory away").isZero();
    Files.createDirectories(data);
    Files.setAttribute(data, "unix:uid", NOBODY);
    refused("belongs to user", "run Jalon as its owner or set JALON_DATA");
  }

  @Test
  void a_lost_password_is_named() throws IOException {
    data = ScratchDirectory.used();
    Files.delete(data.resolve("jalon-password"));
    refused("%s, the server's password, is missing".formatted(data.resolve("jalon-password")));
  }

  @Test
  void a_wrong_password_is_named() throws IOException {
    data = ScratchDirectory.used();
    Files.writeString(data.resolve("jalon-password"), "another");
    refused("does not let jalon use database jalon", "password authentication failed");
    assertThat(ServerProcesses.in(data)).isEmpty();
  }

  @Test
  void a_path_below_a_file_is_refused_with_its_reason(@TempDir Path home) throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
        .isInstanceOf(CannotStartPostgres.class)
        .hasMessageContainingAll("cannot keep the database in", file.toString(), "JALON_DATA");
  }

  @Test
  void a_server_that_does_not_start_shows_the_end_of_its_log() throws IOException {
    data = ScratchDirectory.used();
    Files.writeString(data.resolve("postgresql.conf"), "no_such_setting = 1\n");
    refused("PostgreSQL ends at its start", "server.log", "no_such_setting");
    assertThat(ServerProcesses.in(data)).isEmpty();
  }

  @Test
  void what_a_crash_left_half_made_is_replaced(@TempDir Path home) throws IOException {
    Path fresh = home.resolve("data");
    Path halfInitialised = Files.createDirectories(home.resolve("data.initialising-1/data/base"));
    Path halfUnpacked = Files.createDirectories(home.resolve("data.unpacking-1/bin"));
    Files.writeString(halfInitialised.resolve("PG_VERSION"), "18");
    Files.writeString(halfUnpacked.resolve("postgres"), "half");

    EmbeddedPostgres.start(fresh).close();

    try (var entries = Files.list(home)) {
      assertThat(entries.map(entry -> entry.getFileName().toString().replaceAll("-18-.*", "")))
          .containsExactlyInAnyOrder("data", "data.lock", "postgresql");
    }
  }

  private void refused(String... saying) {
    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(CannotStartPostgres.class)
        .hasMessageContainingAll(saying);
  }
}
