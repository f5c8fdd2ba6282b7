package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresTest {

  private Path data = ScratchDirectory.absent();

  @BeforeEach
  void leaveADirectory() throws IOException {
    data = ScratchDirectory.used();
  }

  @AfterEach
  void clean() throws IOException {
    ScratchDirectory.delete(data);
  }

  @Test
  void rows_are_there_after_a_restart() throws SQLException {
    try (var server = EmbeddedPostgres.start(data)) {
      new Rows(server).create();
      new Rows(server).add(7);
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(new Rows(server).all()).containsExactly(7L);
    }
  }

  @Test
  void the_password_stays_the_same_and_only_its_owner_reads_it() throws IOException {
    String password;
    try (var server = EmbeddedPostgres.start(data)) {
      password = server.password();
    }
    assertThat(Files.getPosixFilePermissions(data.resolve("jalon-password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(data))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(server.password()).isEqualTo(password).hasSizeGreaterThan(40);
    }
  }

  @Test
  void nobody_enters_without_the_password() {
    try (var server = EmbeddedPostgres.start(data)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "a guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void it_is_durable_and_speaks_utf8() throws SQLException {
    try (var server = EmbeddedPostgres.start(data)) {
      Rows rows = new Rows(server);
      assertThat(rows.column("SHOW fsync")).containsExactly("on");
      assertThat(rows.column("SHOW synchronous_commit")).containsExactly("on");
      assertThat(rows.column("SHOW full_page_writes")).containsExactly("on");
      assertThat(rows.column("SHOW data_checksums")).containsExactly("on");
      assertThat(rows.column("SHOW server_encoding")).containsExactly("UTF8");
      assertThat(
              rows.column(
                  "SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database WHERE datname ="
                      + " 'jalon'"))
          .containsExactly("b C.UTF-8");
      assertThat(rows.column("SELECT upper('é')")).containsExactly("É");
      assertThat(rows.column("SHOW server_version")).first().asString().startsWith(Binaries.MAJOR);
    }
  }

  @Test
  void it_listens_on_loopback_only() throws IOException, SQLException {
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(new Rows(server).column("SHOW unix_socket_directories")).containsExactly("");
      List<InetAddress> others =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
              .filter(address -> !address.isLinkLocalAddress())
              .toList();
      for (InetAddress other : others) {
        assertThatThrownBy(() -> new Socket(other, server.port()).close())
            .as("a connection to %s", other)
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void a_refused_statement_leaves_no_data_in_the_log() throws IOException {
    try (var server = EmbeddedPostgres.start(data)) {
      assertThatThrownBy(() -> new Rows(server).execute("SELECT 'canary'::int"))
          .hasMessageContaining("canary");
    }
    assertThat(data.resolve("server.log")).content().contains("ready").doesNotContain("canary");
  }

  @Test
  void two_logs_are_kept() {
    for (int start = 0; start < 3; start++) {
      EmbeddedPostgres.start(data).close();
    }
    assertThat(data)
        .isDirectoryNotContaining("glob:**server.log.2")
        .isDirectoryContaining("glob:**server.log")
        .isDirectoryContaining("glob:**server.log.1");
    assertThat(data.resolve("server.log")).content().containsOnlyOnce("starting PostgreSQL");
  }

  @Test
  void a_second_start_in_this_process_names_the_directory_and_the_way_out() throws SQLException {
    try (var server = EmbeddedPostgres.start(data)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOf(CannotStartPostgres.class)
          .hasMessage(
              "data directory %s is in use by another Jalon (process %d); stop it or set JALON_DATA"
                  + " to another directory",
              data, ProcessHandle.current().pid());
      assertThat(new Rows(server).column("SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void a_link_to_a_directory_in_use_is_that_directory(@TempDir Path other) throws IOException {
    try (var server = EmbeddedPostgres.start(data)) {
      Path link = Files.createSymbolicLink(other.resolve("link"), server.dataDirectory());
      assertThatThrownBy(() -> EmbeddedPostgres.start(link)).hasMessageContaining("is in use");
    }
  }

  @Test
  void closing_again_does_nothing_and_leaves_no_process() {
    var server = EmbeddedPostgres.start(data);
    assertThat(ServerProcesses.in(data)).contains(server.processId());
    server.close();
    server.close();
    assertThat(ServerProcesses.in(data)).isEmpty();
  }
}
