package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StaleServerTest {

  private Path data = ScratchDirectory.absent();

  @BeforeEach
  void leaveADirectory() throws IOException {
    data = ScratchDirectory.used();
  }

  @AfterEach
  void clean() throws IOException {
    ScratchDirectory.delete(data);
  }

  record Foreigner(String name, List<String> command, boolean inTheDirectory) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Foreigner> foreigners() {
    List<String> sleep = List.of("sleep", "600");
    List<String> postgres = List.of("bash", "-c", "exec -a /usr/bin/postgres sleep 600");
    List<String> mention = List.of("sh", "-c", "sleep 600; true", "postgres");
    return Stream.of(
        new Foreigner("any process", sleep, false),
        new Foreigner("a postgres at work elsewhere", postgres, false),
        new Foreigner("a process in the directory that is no postgres", sleep, true),
        new Foreigner("one that only mentions postgres", mention, true));
  }

  @ParameterizedTest
  @MethodSource("foreigners")
  void a_process_id_that_became_somebody_elses_is_not_signalled(Foreigner foreigner)
      throws Exception {
    Path place = foreigner.inTheDirectory() ? data : data.resolveSibling(".");
    Process process = new ProcessBuilder(foreigner.command()).directory(place.toFile()).start();
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    try {
      Files.writeString(data.resolve("postmaster.pid"), "%d\n%s\n".formatted(process.pid(), data));

      try (var server = EmbeddedPostgres.start(data)) {
        assertThat(new Rows(server).column("SELECT 1")).containsExactly("1");
      }
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.descendants().forEach(all::add);
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void a_process_id_of_nobody_or_of_nonsense_does_not_hinder_the_start()
      throws IOException, SQLException {
    for (String stale : List.of("", "nonsense\n", "-1\n", "99999999\n" + data + "\n")) {
      Files.writeString(data.resolve("postmaster.pid"), stale);
      try (var server = EmbeddedPostgres.start(data)) {
        assertThat(new Rows(server).column("SELECT 1")).containsExactly("1");
      }
    }
  }
}
